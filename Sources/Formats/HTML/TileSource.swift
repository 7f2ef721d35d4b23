/// A server of map tiles in the usual scheme: squares of 256 pixels on the Mercator world, level, column, row.
public struct TileSource: Sendable, Hashable {
    /// The address of a tile with {z}, {x} and {y} in it.
    public let address: String
    /// Scheme, host and port: what a content security policy lets a page ask.
    public let origin: String
    /// Who made the tiles, as their licence asks it to be said.
    public let credit: String?
    /// The deepest level asked for.
    static let deepestLevel = 19

    /// A source from the address of its tiles ("https://tiles.example.org/{z}/{x}/{y}.png").
    ///
    /// - Returns: nil when it is no address of http or https with all of {z}, {x} and {y} in its path, or has a
    ///   sign in it that could end the policy it is written into.
    public init?(address: String, credit: String? = nil) {
        guard let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) }) else {
            return nil
        }
        let rest = address.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isPartOfHost),
            ["{z}", "{x}", "{y}"].allSatisfy({ rest.dropFirst(host.count).contains($0) }),
            address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        self.address = address
        origin = scheme + host
        self.credit = credit
    }

    private static func isPartOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
