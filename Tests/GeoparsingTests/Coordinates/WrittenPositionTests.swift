import Foundation
import Geodesy
import Geoparsing
import Testing

/// Every line of `positions.txt` gives the position that it says, or none.
@Suite("Positions written as figures")
struct WrittenPositionTests {
    /// A line of the file.
    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var written: String?
        var position: Coordinate?

        var testDescription: String { text }
    }

    @Test("case", arguments: try examples())
    func positions(_ example: Example) throws {
        let mentions = try Recognition.shared().mentions(in: example.text)
            .filter { $0.kind == .coordinate }
        guard let written = example.written, let position = example.position else {
            #expect(mentions.isEmpty, "\(mentions.map(\.text))")
            return
        }
        #expect(mentions.map(\.text) == [written])
        let found = try #require(mentions.first?.coordinate)
        let distance = Ellipsoid.wgs84.distance(from: found, to: position)
        // Half of the last digit, on the ground.
        #expect(distance <= Distance(kilometres: 0.001), "\(found)")
    }

    private static func examples() throws -> [Example] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "positions.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let cells = line.split(separator: "|")
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                guard cells.count == 3 else { return Example(text: cells[0]) }
                let numbers = cells[2].split(separator: " ").compactMap { Double($0) }
                let position = try #require(
                    numbers.count == 2
                        ? Coordinate(latitude: numbers[0], longitude: numbers[1]) : nil)
                return Example(text: cells[0], written: cells[1], position: position)
            }
    }
}
