/// The identifier of a place; it carries its source as a prefix.
///
/// `gn:13157242` is GeoNames, `ne:...` Natural Earth, `px:...` the project's own tables, `user:...` an
/// imported layer.
public struct PlaceID: Hashable, Sendable, RawRepresentable, Comparable {
    /// The identifier as written, with its prefix.
    public let rawValue: String

    /// An identifier as written; nothing is checked.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The GeoNames place of a number.
    public init(geonameID: Int) {
        rawValue = "gn:\(geonameID)"
    }

    /// The GeoNames number, or nil for a place of another source.
    public var geonameID: Int? {
        rawValue.hasPrefix("gn:") ? Int(rawValue.dropFirst(3)) : nil
    }

    /// Orders identifiers by their text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension PlaceID: Codable {
    /// Reads an identifier from a plain string.
    ///
    /// - Throws: `DecodingError` when there is no string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the identifier as a plain string.
    ///
    /// - Throws: `EncodingError` of the encoder.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension PlaceID: CustomStringConvertible {
    /// The identifier as written.
    public var description: String { rawValue }
}
