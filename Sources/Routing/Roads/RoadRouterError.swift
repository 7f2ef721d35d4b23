/// Why a router gave no way; the reasons are a few words, without a capital and a full stop.
public enum RoadRouterError: Error, Hashable, Sendable {
    /// It answered that there is none, or none that starts and ends near the positions asked for.
    case noWay(reason: String)
    /// It did not answer, or not in a way that can be used.
    case unanswered(reason: String)

    /// The reason.
    public var reason: String {
        switch self {
        case .noWay(let reason), .unanswered(let reason): reason
        }
    }
}
