import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps
import Routing
import Testing

/// Legs between chosen places: stops, vias, areas, and what poses as no real way.
@Suite("Legs drawn")
struct LegDrawerTests {
    private let drawer = LegDrawer(planner: LegPlanner(), gazetteer: Gazetteer(records: []))
    private static let graph = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data/Routing/sea.graph")
    private let toponyms = [
        toponym("Liege", .city, 50.63, 5.57), toponym("Cairo", .city, 30.06, 31.25),
        toponym("N'Djamena", .city, 12.11, 15.05),
        toponym("Chad", .country, 15, 19, west: 13.5, south: 7.4, east: 24, north: 23.4),
        toponym("Egypt", .country, 27, 30, west: 25, south: 22, east: 35, north: 31.7),
    ]

    private static func toponym(
        _ name: String, _ kind: PlaceKind, _ latitude: Double, _ longitude: Double,
        west: Double? = nil, south: Double = 0, east: Double = 0, north: Double = 0,
        radius: Double? = nil, landmass: Int? = nil
    ) -> ResolvedToponym {
        var place = Place(
            id: PlaceID(rawValue: "px:test/\(name)"), name: name, kind: kind,
            coordinate: Coordinate(latitude: latitude, longitude: longitude),
            extent: west.map { BoundingBox(west: $0, south: south, east: east, north: north) },
            radius: radius.map(Distance.init(kilometres:)))
        place.landmass = landmass
        let match = NameMatch(place: place, name: name, kind: .primary, quality: 1)
        return ResolvedToponym(
            mention: Mention(utf8Range: 0..<name.utf8.count, text: name),
            choice: .resolved(
                Candidate(match: match, score: Score(), confidence: 1), runnersUp: []),
            because: [])
    }

    private func legs(
        _ origin: Int?, _ via: [Int], _ destination: Int?, _ mode: TransportMode,
        _ relation: Movement.Relation = .transport
    ) -> [Leg] {
        drawer.legs(
            of: Movement(
                origin: origin, via: via, destination: destination, mode: mode, relation: relation,
                evidence: [0..<1], rule: "test", confidence: 1),
            among: toponyms)
    }

    @Test("a point via is a stop: two legs")
    func stops() throws {
        let legs = legs(0, [1], 2, .air)
        #expect(legs.map(\.from) == [0, 1])
        #expect(legs.map(\.to) == [1, 2])
        #expect(legs.allSatisfy { $0.drawn != nil && !$0.isSchematic })
        // GeographicLib: Liege to Cairo 3,127.6 km with these positions.
        #expect(abs(try #require(legs[0].drawn).kilometres - 3_127.6) < 1)
    }

    @Test("a way by road is no farther than lorries go, unless the text tells the mode")
    func farByRoad() throws {
        let toponyms = [
            Self.toponym("Apapa", .city, 6.45, 3.36),
            Self.toponym("Haiphong", .city, 20.86, 106.68),
        ]
        var movement = Movement(
            origin: 0, destination: 1, mode: .road, evidence: [0..<1], rule: "test", confidence: 1)
        for (basis, mode) in [
            (Movement.ModeBasis.inferred, TransportMode.unknown), (.stated, .road),
        ] {
            movement.modeBasis = basis
            let leg = try #require(drawer.legs(of: movement, among: toponyms).first)
            #expect(leg.mode == mode, "\(leg.method)")
        }
    }

    @Test("boats on a river that the text names go where no ship gets to")
    func byRiver() throws {
        let planner = try LegPlanner(graph: Self.graph)
        let drawer = LegDrawer(planner: planner, gazetteer: Gazetteer(records: []))
        let toponyms = [
            Self.toponym("Omdurman", .city, 15.64, 32.48, landmass: 1),
            Self.toponym("Nile", .river, 20, 32.5),
            Self.toponym("Khartoum", .city, 15.55, 32.53, landmass: 1),
        ]
        func leg(by via: [Int]) throws -> Leg {
            try #require(
                drawer.legs(
                    of: Movement(
                        origin: 0, via: via, destination: 2, mode: .sea, evidence: [0..<1],
                        rule: "test", confidence: 1), among: toponyms
                ).first)
        }
        #expect(try leg(by: [1]).mode == .river)
        #expect(try leg(by: []).mode == .unknown)
    }

    @Test("a country passed is no stop")
    func areaVia() {
        #expect(legs(0, [4], 2, .air).count == 1)
    }

    @Test("a leg into an area has no length of its own, only an interval")
    func intoArea() throws {
        let leg = try #require(legs(0, [], 3, .air).first)
        #expect(leg.isSchematic)
        #expect(leg.drawn == nil)
        let range = try #require(leg.range)
        #expect(range.contains(leg.geodesic))
        #expect(leg.method.contains("point that an area is shown at"))
    }

    @Test("a small island is a point, as a city is")
    func smallIsland() throws {
        let island = Self.toponym("Holm", .island, 60.1, 19.9, radius: 6)
        let leg = try #require(
            drawer.legs(
                of: Movement(
                    origin: 0, via: [], destination: 1, mode: .air, relation: .transport,
                    evidence: [0..<1], rule: "test", confidence: 1),
                among: [toponyms[0], island]
            ).first)
        #expect(!leg.isSchematic && leg.drawn != nil && leg.range == nil)
    }

    @Test("used against: schematic, without a length")
    func use() throws {
        let leg = try #require(legs(1, [], 3, .unknown, .use).first)
        #expect(leg.isSchematic && leg.drawn == nil && leg.range == nil)
        #expect(leg.method.contains("schematic"))
    }

    /// A router that knows one straight road between any two positions.
    private struct StraightRoad: RoadRouter {
        let name = "Straight roads"

        func way(from start: Coordinate, to end: Coordinate) throws(RoadRouterError) -> RoadWay {
            RoadWay(line: LineString([start, end]))
        }
    }

    @Test("roads lead to a city, not to the middle of a country; what is used there goes no road")
    func roads() throws {
        let drawer = LegDrawer(
            planner: LegPlanner().asking(StraightRoad()), gazetteer: Gazetteer(records: []))
        func leg(to end: Int, _ relation: Movement.Relation = .transport) throws -> Leg {
            try #require(
                drawer.legs(
                    of: Movement(
                        origin: 1, via: [], destination: end, mode: .road, relation: relation,
                        evidence: [0..<1], rule: "test", confidence: 1),
                    among: toponyms
                ).first)
        }
        let toCity = try leg(to: 2)
        #expect(toCity.roadSource == "Straight roads")
        #expect(!toCity.isSchematic && toCity.drawn != nil)
        for leg in [try leg(to: 3), try leg(to: 2, .use)] {
            #expect(leg.roadSource == nil)
            #expect(leg.isSchematic && leg.drawn == nil)
        }
    }

    @Test("an end that is not named draws nothing")
    func openEnd() {
        #expect(legs(nil, [], 2, .air).isEmpty)
        #expect(legs(0, [], nil, .air).isEmpty)
    }

    @Test("by sea without a way says why and claims no length")
    func noWay() throws {
        let leg = try #require(legs(0, [], 2, .sea).first)
        #expect(leg.isSchematic && leg.drawn == nil)
        #expect(leg.method.contains("no way by sea"))
    }
}
