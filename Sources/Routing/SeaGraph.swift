#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

struct SeaGraph: Sendable {
    init(contentsOf url: URL) throws(RoutingError) {
        throw .graphUnreadable(path: url.path, reason: "not built yet")
    }
}
