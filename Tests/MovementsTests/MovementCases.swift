import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Testing

@testable import Movements

/// A text with its places marked, and the movements that must be read from it.
struct MovementCase: Sendable, CustomStringConvertible {
    var text = ""
    var mentions: [Mention] = []
    var expected: [ExpectedMovement] = []

    var description: String { text }

    /// The files of `Cases`; those of "messages" are read as one sentence each.
    static let files = [
        "verbs", "nouns", "links", "chains", "via", "status", "freight", "rules", "messages",
        "none",
    ]

    /// The cases of a file of `Cases`, in which "\\n" and "\\t" stand for the end of a line and a tab.
    static func all(in name: String) throws -> [MovementCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Cases/\(name).txt")
        var cases: [MovementCase] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("text: ") {
                let text = line.dropFirst(6).replacing("\\n", with: "\n")
                    .replacing("\\t", with: "\t")
                cases.append(try MovementCase(marked: Substring(text)))
            } else if line.hasPrefix("expect: "), !cases.isEmpty {
                cases[cases.count - 1].expected.append(ExpectedMovement(line.dropFirst(8)))
            }
        }
        return cases
    }

    /// A text in which "[Odesa~port]" marks a place and its kind.
    init(marked: Substring) throws {
        var kinds: [(Range<Int>, String, String)] = []
        var rest = marked
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            text += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: "~")
            let name = String(parts.first ?? "")
            let start = text.utf8.count
            text += name
            kinds.append(
                (start..<text.utf8.count, name, parts.count > 1 ? String(parts[1]) : "city"))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        for (range, name, kind) in kinds {
            let place = Place(
                id: PlaceID(rawValue: "px:\(name)"), name: name,
                kind: kind == "demonym" ? .country : try #require(PlaceKind(rawValue: kind)),
                coordinate: Coordinate(latitude: 0, longitude: 0))
            mentions.append(
                Mention(
                    utf8Range: range, text: name, kind: kind == "demonym" ? .demonym : .name,
                    candidates: [NameMatch(place: place, name: name, kind: .primary, quality: 1)]))
        }
    }
}

/// A movement as a file of `Cases` writes it: "Odesa -> [] -> Varna | sea | grain | asserted | cue | rule".
struct ExpectedMovement: Sendable, CustomStringConvertible {
    /// The cells that are told; "?" for what does not matter.
    let cells: [String]

    init(_ line: Substring) {
        cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    var description: String { cells.joined(separator: " | ") }

    /// Whether a movement's cells are those expected.
    func agrees(with found: [String]) -> Bool {
        zip(found, cells).allSatisfy { $1 == "?" || $0 == $1 }
    }
}

extension Movement {
    /// The movement in the cells of a case.
    func cells(_ mentions: [Mention], _ document: Document) -> [String] {
        func name(_ index: Int?) -> String { index.map { mentions[$0].text } ?? "-" }
        func words(_ range: Range<Int>?) -> String {
            range.map { String(document.text(at: $0)) } ?? "-"
        }
        let via = via.map { mentions[$0].text }.joined(separator: ", ")
        return [
            "\(name(origin)) -> [\(via)] -> \(name(destination))", mode.rawValue, words(cargo),
            status.rawValue, words(cue).lowercased(), rule,
        ]
    }
}
