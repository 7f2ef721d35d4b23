import Geodesy
import Routing
import Testing

@Suite("Legs along pipelines and railways that are known by their stations")
struct LineLegTests {
    private let planner: LegPlanner

    init() throws { planner = try SeaPlanner.planner() }

    private static func place(_ latitude: Double, _ longitude: Double) -> LineEnd {
        .position(Coordinate(latitude: latitude, longitude: longitude))
    }

    private let moscow = place(55.75, 37.62)
    private let vladivostok = place(43.12, 131.89)

    @Test("Moscow to Vladivostok: 9,289 km by the kilometre posts, both ways")
    func transSiberian() throws {
        let leg = try #require(planner.lineLeg(from: moscow, to: vladivostok, mode: .rail))
        #expect(leg.passages == ["Trans-Siberian Railway"])
        #expect(leg.isSchematic && leg.drawn == nil)
        #expect(try #require(leg.range).contains(Distance(kilometres: 9_289)))
        #expect(leg.line.coordinates.count > 12)
        let back = try #require(planner.lineLeg(from: vladivostok, to: moscow, mode: .rail))
        #expect(back.line.coordinates == leg.line.coordinates.reversed())
    }

    @Test("a line that is named leads between countries, and by the branch that has both")
    func countries() throws {
        func leg(_ goal: String) -> PlannedLeg? {
            planner.lineLeg(
                from: .country("RU"), to: .country(goal), mode: .pipeline,
                named: "Druzhba pipeline")
        }
        let german = try #require(leg("DE"))
        let start = try #require(german.line.coordinates.first)
        #expect(abs(start.longitude - 52.3) < 0.1)
        let end = try #require(leg("HU")?.line.coordinates.last)
        #expect(abs(end.latitude - 47.33) < 0.1)
        #expect(leg("ES") == nil)
    }

    @Test("no line without a name between countries, by another mode, or far from its stations")
    func none() {
        #expect(
            planner.lineLeg(from: .country("RU"), to: .country("DE"), mode: .pipeline) == nil)
        #expect(planner.lineLeg(from: moscow, to: vladivostok, mode: .pipeline) == nil)
        let tula = Self.place(54.2, 37.62)
        #expect(planner.lineLeg(from: tula, to: vladivostok, mode: .rail) == nil)
        #expect(planner.lineLeg(from: moscow, to: moscow, mode: .rail) == nil)
    }

    @Test("names beside the first stand for the same line")
    func names() {
        let names = planner.lineNames
        #expect(names.contains { $0.name == "BTC" && $0.of == "Baku-Tbilisi-Ceyhan pipeline" })
    }
}
