internal import Foundation

/// Where a routing engine listens and what interface it speaks: "osrm:http://localhost:5000".
public struct EngineAddress: Hashable, Sendable {
    /// The interfaces that are spoken; raw values are those of an address.
    public enum Interface: String, Hashable, Sendable, CaseIterable {
        /// The route service of OSRM, `/route/v1`.
        case osrm
        /// The turn-by-turn service of Valhalla, `/route`.
        case valhalla

        /// The engine's own spelling of its name.
        var name: String {
            switch self {
            case .osrm: "OSRM"
            case .valhalla: "Valhalla"
            }
        }
    }

    /// The interface spoken there.
    public var interface: Interface
    /// The address that the interface's paths are appended to, without a slash at its end.
    let base: String
    /// The host, with the port where one is given; never a user's name or password.
    let host: String
    /// Whether the host is the machine itself, which no proxy leads to.
    let isLoopback: Bool

    /// Reads an address.
    ///
    /// - Parameter text: an interface, a colon and an address of HTTP or HTTPS.
    /// - Throws: `EngineAddressError`, which shows no password.
    public init(parsing text: String) throws(EngineAddressError) {
        let shown = Self.withoutUser(text)
        guard let colon = text.firstIndex(of: ":"),
            let interface = Interface(rawValue: text[..<colon].lowercased())
        else { throw .unknownInterface(shown) }
        let address = String(text[text.index(after: colon)...])
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let parts = URLComponents(string: address),
            ["http", "https"].contains(parts.scheme?.lowercased()),
            let host = parts.encodedHost, !host.isEmpty, host != "[]",
            parts.port.map({ (1...65_535).contains($0) }) ?? !address.hasSuffix("\(host):")
        else { throw .badAddress(shown) }
        guard parts.query == nil, parts.fragment == nil else { throw .queryInAddress(shown) }
        self.interface = interface
        self.host = host + (parts.port.map { ":\($0)" } ?? "")
        isLoopback = host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
        var base = address
        while base.hasSuffix("/") { base.removeLast() }
        self.base = base
    }

    /// What results call the engine: "OSRM at localhost:5000".
    public var name: String { "\(interface.name) at \(host)" }

    /// A text without what stands before an "@" in it, where a user and password would be.
    private static func withoutUser(_ text: String) -> String {
        guard let sign = text.lastIndex(of: "@") else { return text }
        let start = text.range(of: "//")?.upperBound ?? text.startIndex
        guard start < sign else { return text }
        return String(text[..<start] + text[text.index(after: sign)...])
    }
}
