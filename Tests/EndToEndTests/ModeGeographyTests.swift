import Foundation
import Gazetteers
import Movements
import Periplus
import RouteMaps
import Routing
import Testing

/// A mode that the ends of a route do not allow is told as unknown, with the reason; one that they allow stays.
@Suite("Modes held against the map")
struct ModeGeographyTests {
    /// A row of modes.tsv.
    struct Case: Sendable, CustomTestStringConvertible {
        let ends: [String]
        let stated: TransportMode
        let expected: TransportMode
        let words: String
        var testDescription: String {
            "\(ends.joined(separator: " - ")) by \(stated): \(expected)"
        }

        static func all() throws -> [Case] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/modes.tsv")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let cells = line.split(separator: "\t").map(String.init)
                    try #require(cells.count == 5)
                    return Case(
                        ends: [cells[0], cells[1]],
                        stated: try #require(TransportMode(rawValue: cells[2])),
                        expected: try #require(TransportMode(rawValue: cells[3])),
                        words: cells[4])
                }
        }
    }

    @Test("mode and reason", arguments: try Case.all())
    func mode(_ example: Case) throws {
        let mapper = try SharedMapper.mapper()
        let planner = try LegPlanner(graph: DataDirectory.located().seaGraph)
        let ends = try example.ends.map { name in
            let matches = mapper.gazetteer.matches(for: name)
            let city = matches.filter { $0.place.kind == .city }
                .max { $0.place.population < $1.place.population }
            return FoundPlace(place: try #require(city, "\(name)").place, text: name)
        }
        let sketch = RouteSketch(
            planner: planner, gazetteer: mapper.gazetteer, producer: mapper.producer)
        let route = try #require(sketch.map(through: ends, mode: example.stated).routes.first)
        let leg = try #require(route.legs.first)
        #expect(leg.mode == example.expected, "\(leg.method)")
        #expect(route.movement.mode == example.expected)
        #expect(
            (leg.method + leg.passages.joined()).contains(example.words),
            "\(leg.method) \(leg.passages)")
        if example.expected == .unknown {
            #expect(leg.isSchematic && leg.drawn == nil)
            #expect(leg.method.contains("not by \(example.stated.rawValue)"))
        }
    }
}
