/// Why a person's words gave no place.
public enum PlaceFinderError: Error, Sendable, Hashable {
    /// There were no words.
    case empty
    /// Coordinates that are none: out of range, or not readable.
    case badCoordinates(reason: String)
    /// A name without an entry; close names, if any.
    case unknown(String, close: [String])
}

extension PlaceFinderError: CustomStringConvertible {
    /// One line: what, and what to do.
    public var description: String {
        switch self {
        case .empty:
            "an empty place name"
        case .badCoordinates(let reason):
            reason
        case .unknown(let text, let close) where close.isEmpty:
            "no place named \"\(text)\" in the gazetteer; give coordinates instead"
        case .unknown(let text, let close):
            "no place named \"\(text)\" in the gazetteer; close: \(close.joined(separator: ", "))"
        }
    }
}
