import Geodesy
import Routing
import RoutingEngines
import StubServer
import Testing

/// Legs of a planner that asks a routing engine.
@Suite("Legs along roads")
struct RoadLegTests {
    private let vienna = Coordinate(latitude: 48.208174, longitude: 16.373819)
    private let graz = Coordinate(latitude: 47.070714, longitude: 15.439504)

    private func planner(_ server: StubServer) throws -> LegPlanner {
        LegPlanner().asking(
            RoutingEngine(at: try EngineAddress(parsing: "osrm:\(server.address)")))
    }

    /// Vienna - Graz over the Semmering; 187.7 km by Vincenty's formulae.
    private func server() throws -> StubServer {
        try StubServer { _ in
            .osrm(
                [
                    [16.374, 48.208], [16.24, 47.81], [15.83, 47.64], [15.09, 47.38],
                    [15.44, 47.07],
                ], metres: 187_900, dataVersion: "2026-05-01")
        }
    }

    @Test("the line is the router's, its length PROJ's, and the method names whose it is")
    func byRoad() throws {
        let server = try server()
        let leg = try planner(server).plan(from: vienna, to: graz, mode: .road)
        #expect(!leg.isSchematic)
        #expect(leg.line.coordinates.count == 7)
        #expect(leg.line.coordinates.first == vienna && leg.line.coordinates.last == graz)
        // With some 30 and 90 m from the places themselves to the road.
        #expect(abs(try #require(leg.drawn).kilometres - 187.8) < 0.1)
        #expect(leg.range == nil)
        #expect(leg.startGap.metres > 10 && leg.startGap.metres < 100)
        #expect(
            leg.method
                == "road: fastest way on OpenStreetMap roads by OSRM at \(server.host), data of 2026-05-01"
        )
        #expect(leg.roadSource == "OSRM at \(server.host), data of 2026-05-01")
    }

    @Test("over land in a way that is not stated, by road")
    func overLand() throws {
        let leg = try planner(try server()).plan(from: vienna, to: graz, mode: .land)
        #expect(!leg.isSchematic)
        #expect(leg.method.hasPrefix("land: by road, fastest way"))
    }

    @Test(
        "nothing else is asked of a router",
        arguments: [TravelMode.rail, .pipeline, .air, .unknown])
    func otherModes(mode: TravelMode) throws {
        let server = try server()
        let leg = try planner(server).plan(from: vienna, to: graz, mode: mode)
        #expect(leg.roadSource == nil)
        #expect(server.requests.isEmpty)
    }

    @Test("a place and itself are not asked for")
    func samePlace() throws {
        let server = try server()
        _ = try planner(server).plan(from: vienna, to: vienna, mode: .road)
        #expect(server.requests.isEmpty)
    }

    @Test("where the router knows no way the leg is schematic, as without it, and says why")
    func noWay() throws {
        let server = try StubServer { _ in .osrm(refusal: "NoRoute") }
        let leg = try planner(server).plan(from: vienna, to: graz, mode: .road)
        let plain = try LegPlanner().plan(from: vienna, to: graz, mode: .road)
        #expect(leg.isSchematic && leg.drawn == nil && leg.roadSource == nil)
        #expect(leg.line == plain.line && leg.range == plain.range)
        #expect(leg.method == "\(plain.method); OSRM at \(server.host): no road joins the ends")
    }

    @Test("a way over the antimeridian is drawn in two parts")
    func antimeridian() throws {
        // Positions in Chukotka; 71.5 km by Vincenty's formulae.
        let positions = [[-179.5, 66], [-179.9, 66.2], [179.8, 66.2], [179.2, 66.1]]
        let server = try StubServer { _ in .osrm(positions, metres: 71_520) }
        let leg = try planner(server).plan(
            from: Coordinate(latitude: 66, longitude: -179.5),
            to: Coordinate(latitude: 66.1, longitude: 179.2), mode: .road)
        let parts = leg.drawnParts()
        #expect(parts.count == 2)
        #expect(parts.first?.coordinates.last?.longitude == -180)
        #expect(parts.last?.coordinates.first?.longitude == 180)
    }
}
