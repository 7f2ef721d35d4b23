import Foundation
import Routing

/// The planner over the committed graph.
enum SeaPlanner {
    static let graph = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/Routing/sea.graph")

    private static let shared = Result { () throws(RoutingError) in try LegPlanner(graph: graph) }

    static func planner() throws -> LegPlanner { try shared.get() }
}
