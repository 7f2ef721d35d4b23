import Foundation
import Geodesy
import Routing
import Testing

@Suite("Legs over land bend around the seas")
struct LandLegTests {
    /// A row of land-legs.txt.
    struct Case: Sendable, CustomTestStringConvertible {
        let from: Coordinate
        let to: Coordinate
        let kilometres: ClosedRange<Double>
        let crossings: [String]
        let testDescription: String

        static func all() throws -> [Case] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Cases/land-legs.txt")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let fields = line.split(separator: " ", maxSplits: 4).map(String.init)
                    let low = try #require(Double(fields[2]))
                    let high = try #require(Double(fields[3]))
                    return Case(
                        from: try Coordinate(parsing: fields[0]),
                        to: try Coordinate(parsing: fields[1]), kilometres: low...high,
                        crossings: (fields.count > 4 ? fields[4] : "").split(separator: ",").map {
                            $0.trimmingCharacters(in: .whitespaces)
                        }.filter { !$0.isEmpty },
                        testDescription: String(line))
                }
        }
    }

    @Test("ways that a map shows", arguments: try Case.all())
    func shown(_ expected: Case) throws {
        let planner = try SeaPlanner.planner()
        for (from, to) in [(expected.from, expected.to), (expected.to, expected.from)] {
            let leg = try planner.plan(from: from, to: to, mode: .road)
            #expect(leg.isSchematic && leg.drawn == nil)
            let length = leg.line.length(on: .wgs84).kilometres
            #expect(expected.kilometres.contains(length), "\(length) km by \(leg.passages)")
            #expect(Set(leg.passages) == Set(expected.crossings))
            let range = try #require(leg.range)
            #expect(abs(range.lowerBound.kilometres - 1.05 * length) < 0.1)
        }
    }

    @Test("no land joins an island to the mainland: the geodesic, and the reason")
    func island() throws {
        let leg = try SeaPlanner.planner().plan(
            from: Coordinate(latitude: 64.15, longitude: -21.94),
            to: Coordinate(latitude: 59.91, longitude: 10.75), mode: .road)
        #expect(leg.line.coordinates.count == 2)
        #expect(leg.method.contains("no land joins the ends"))
    }
}
