import Foundation
import Gazetteers
import Geodesy
import Movements
import Periplus
import RouteMaps
import Routing
import Testing

/// Routes by sea between countries, against the answer of somebody who knows the trade.
@Suite("Ports that stand for countries")
struct AreaEndsTests {
    /// A row of area-ends.tsv.
    struct Case: Sendable {
        let start: String
        let end: String
        let cargo: String
        let nauticalMiles: Double

        static func all() throws -> [Case] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Fixtures/area-ends.tsv")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                        .map(String.init)
                    try #require(cells.count >= 4)
                    return Case(
                        start: cells[0], end: cells[1], cargo: cells[2],
                        nauticalMiles: try #require(Double(cells[3])))
                }
        }
    }

    @Test("Nine of ten lengths lie within the interval given, seven of ten within 10 % of it")
    func broker() throws {
        let mapper = try SharedMapper.mapper()
        let planner = try LegPlanner(graph: DataDirectory.located().seaGraph)
        var (inside, near) = (0, 0)
        let cases = try Case.all()
        for example in cases {
            let ends = try [example.start, example.end].map { name in
                let matches = mapper.gazetteer.matches(for: name)
                let country = try #require(matches.first { $0.place.kind == .country }, "\(name)")
                return FoundPlace(place: country.place, text: name)
            }
            let sketch = RouteSketch(
                planner: planner, gazetteer: mapper.gazetteer, producer: mapper.producer,
                cargoes: Harbour.Cargoes(named: example.cargo) ?? [])
            let map = sketch.map(through: ends, mode: .sea)
            let leg = try #require(map.routes.first?.legs.first)
            guard let sailing = leg.sailing else { continue }
            #expect(leg.assumed?.kind == .port)
            let miles = sailing.nauticalMiles
            let range =
                leg.range.map { $0.lowerBound.nauticalMiles...$0.upperBound.nauticalMiles }
                ?? miles...miles
            // The answers are round figures.
            let wide = range.lowerBound * 0.97...range.upperBound * 1.03
            if wide.contains(example.nauticalMiles) { inside += 1 }
            if abs(miles / example.nauticalMiles - 1) <= 0.1 { near += 1 }
        }
        #expect(Double(inside) >= 0.9 * Double(cases.count))
        #expect(Double(near) >= 0.7 * Double(cases.count))
    }
}
