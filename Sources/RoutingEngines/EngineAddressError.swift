/// Why a text is no address of a routing engine; each holds the text, without a user and password.
public enum EngineAddressError: Error, Hashable, Sendable {
    /// It names none of the known interfaces.
    case unknownInterface(String)
    /// What follows the interface is no address of HTTP or HTTPS.
    case badAddress(String)
    /// The address holds a query or fragment, which requests have of their own.
    case queryInAddress(String)
}

extension EngineAddressError: CustomStringConvertible {
    /// One line: what is expected, and what was found.
    public var description: String {
        switch self {
        case .unknownInterface(let text):
            "expected osrm:URL or valhalla:URL as in osrm:http://localhost:5000, not \"\(text)\""
        case .badAddress(let text):
            "expected an http or https address as in valhalla:http://localhost:8002, not \"\(text)\""
        case .queryInAddress(let text):
            "expected the address of a router alone, without ? or #, not \"\(text)\""
        }
    }
}
