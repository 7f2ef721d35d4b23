import Foundation
import Geodesy
import Routing
import Testing

/// Capes, straits, canals and sea lanes named to be passed or avoided.
@Suite("Passages by name")
struct PassageTests {
    private let planner: LegPlanner

    init() throws { planner = try SeaPlanner.planner() }

    /// A row of passages.txt.
    struct Case: Sendable, CustomTestStringConvertible {
        let start: Coordinate
        let end: Coordinate
        let isAvoided: Bool
        let name: String
        /// The length, in nautical miles; nil where there is no way.
        let nauticalMiles: Double?
        let percent: Double
        let passages: [String]
        let testDescription: String

        static func all() throws -> [Case] {
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "Cases/passages.txt")
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { line in
                    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                        .map(String.init)
                    try #require(cells.count >= 7)
                    return Case(
                        start: try Coordinate(parsing: cells[0]),
                        end: try Coordinate(parsing: cells[1]), isAvoided: cells[2] == "avoid",
                        name: cells[3], nauticalMiles: Double(cells[4]),
                        percent: try #require(Double(cells[5])),
                        passages: cells[6].split(separator: ",").map {
                            $0.trimmingCharacters(in: .whitespaces)
                        },
                        testDescription: String(line))
                }
        }
    }

    @Test("A passage that is named is passed, one to be avoided is not", arguments: try Case.all())
    func passage(example: Case) throws {
        let constraints =
            example.isAvoided
            ? LegConstraints(avoiding: [example.name])
            : LegConstraints(through: [.passage(example.name)])
        guard let nauticalMiles = example.nauticalMiles else {
            #expect(throws: RoutingError.self) {
                try planner.plan(
                    from: example.start, to: example.end, mode: .sea, constraints: constraints)
            }
            return
        }
        let leg = try planner.plan(
            from: example.start, to: example.end, mode: .sea, constraints: constraints)
        let length = try #require(leg.sailing).nauticalMiles
        #expect(abs(length / nauticalMiles - 1) * 100 <= example.percent, "\(length) nmi")
        for passage in example.passages {
            let isWanted = !passage.hasPrefix("~")
            let name = isWanted ? passage : String(passage.dropFirst())
            #expect(leg.passages.contains(name) == isWanted, "\(leg.passages)")
        }
    }

    @Test("A name that is no passage is told, not passed over")
    func unknown() throws {
        let rotterdam = Coordinate(latitude: 51.92, longitude: 4.48)
        let singapore = Coordinate(latitude: 1.27, longitude: 103.83)
        let leg = try planner.plan(
            from: rotterdam, to: singapore, mode: .sea,
            constraints: LegConstraints(through: [.passage("Cape Nowhere")]))
        #expect(leg.method.contains("Cape Nowhere is not steered for"))
        #expect(throws: RoutingError.self) {
            try planner.plan(
                from: rotterdam, to: singapore, mode: .sea,
                constraints: LegConstraints(avoiding: ["Cape Nowhere"]))
        }
    }
}
