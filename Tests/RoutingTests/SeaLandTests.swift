import Foundation
import Geodesy
import Routing
import Testing

@Suite("Legs by sea keep off the land as drawn")
struct SeaLandTests {
    /// Over thousands of kilometres the geodesic strays from the course found, onto the island.
    @Test("An ocean passage that grazes an island: Aomori to Ilo, by Isla Guadalupe")
    func grazing() throws {
        let planner = try SeaPlanner.planner()
        let shores = SeaPlanner.graph.deletingLastPathComponent().appending(path: "shores.bin")
        let check = try LandCheck(shores: shores, links: planner)
        let leg = try planner.plan(
            from: Coordinate(latitude: 40.8361, longitude: 140.7417),
            to: Coordinate(latitude: -17.6358, longitude: -71.3494), mode: .sea)
        #expect((check.longestRun(of: leg)?.length.kilometres ?? 0) < 0.5)
    }

    @Test("From a place to itself no water is crossed", arguments: ["41.8933,12.4829", "38,-30"])
    func same(place: String) throws {
        let place = try Coordinate(parsing: place)
        let leg = try SeaPlanner.planner().plan(from: place, to: place, mode: .sea)
        #expect(leg.drawn == .zero && leg.sailing == .zero && leg.geodesic == .zero)
    }
}
