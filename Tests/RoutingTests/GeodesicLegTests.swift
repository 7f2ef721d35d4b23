import Geodesy
import Routing
import Testing

@Suite("Legs by air, over land, and by a way unknown")
struct GeodesicLegTests {
    let moscow = Coordinate(latitude: 55.75204, longitude: 37.61781)
    let yelabuga = Coordinate(latitude: 55.76232, longitude: 52.04425)

    @Test("By air: the geodesic, not schematic")
    func air() throws {
        let leg = try LegPlanner().plan(from: moscow, to: yelabuga, mode: .air)
        #expect(abs((leg.drawn?.kilometres ?? 0) - 904.104) < 0.001)
        #expect(!leg.isSchematic && leg.sailing == nil && leg.range == nil)
        #expect(leg.drawnParts().count == 1)
    }

    @Test(
        "Over land: schematic, no drawn length, an interval of 1.05 to 1.5",
        arguments: [TravelMode.land, .road, .rail, .pipeline])
    func land(mode: TravelMode) throws {
        let leg = try LegPlanner().plan(from: moscow, to: yelabuga, mode: mode)
        #expect(leg.isSchematic && leg.drawn == nil)
        let range = try #require(leg.range)
        #expect(abs(range.lowerBound.kilometres - 1.05 * 904.104) < 0.01)
        #expect(abs(range.upperBound.kilometres - 1.5 * 904.104) < 0.01)
        #expect(leg.method.contains(mode.rawValue) && leg.method.contains("schematic"))
    }

    @Test("An unknown way claims no length")
    func unknown() throws {
        let leg = try LegPlanner().plan(from: moscow, to: yelabuga, mode: .unknown)
        #expect(leg.isSchematic && leg.drawn == nil && leg.range == nil)
    }

    @Test("Without a graph a leg by sea is refused with a sentence")
    func noGraph() {
        #expect(throws: RoutingError.noGraph) {
            try LegPlanner().plan(from: moscow, to: yelabuga, mode: .sea)
        }
    }

    @Test("What is no position is refused, and the sentence says which end")
    func invalid() {
        let nowhere = Coordinate(latitude: 95, longitude: 0)
        #expect {
            try LegPlanner().plan(from: moscow, to: nowhere, mode: .air)
        } throws: { error in
            "\(error)".contains("the end (95.0, 0.0) is not a position")
        }
    }

    @Test("Errors read as sentences with the names of the places")
    func sentences() {
        let kabul = Coordinate(latitude: 34.52813, longitude: 69.17233)
        let error = RoutingError.notCoastal(.start, kabul, distance: Distance(kilometres: 1_093))
        #expect(error.sentence(start: "Kabul", end: "Karachi") == "Kabul is 1,100 km from the sea")
        #expect(error.description == "34.5281,69.1723 is 1,100 km from the sea")
    }
}
