public import Foundation
public import Gazetteers

/// What persons decided, to be applied to documents as they are read: it wins over everything else.
///
/// A file has one JSON object a line, as the page writes them:
///
///     {"document": "<sha256>", "name": "Amirabad", "do": "place", "id": "gn:144448"}
///     {"name": "Hope", "do": "no-place"}
///     {"document": "<sha256>", "span": [0, 80], "do": "reject-route", "origin": [5, 12], "destination": [20, 28]}
///     {"document": "<sha256>", "span": [0, 80], "do": "route", "origin": [5, 12], "destination": [20, 28],
///      "mode": "sea", "status": "alleged", "was": {"origin": [5, 12], "destination": [40, 44]}}
///
/// Without `document` a decision on a place holds for all documents; with `span` only for the words there.
/// Offsets count code points of the text.
public struct Corrections: Sendable {
    /// The decisions, in the order they were made.
    public private(set) var items: [Correction]

    /// Decisions given one by one.
    public init(_ items: [Correction] = []) {
        self.items = items
    }

    /// The decisions of a file.
    ///
    /// - Parameters:
    ///   - file: UTF-8, a JSON object a line; empty lines are passed over.
    ///   - gazetteer: Where the places of ids are looked up.
    /// - Throws: `CorrectionsError` naming the file and the line.
    public init(contentsOf file: URL, gazetteer: Gazetteer) throws(CorrectionsError) {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw FileManager.default.fileExists(atPath: file.path)
                ? .unreadable(path: file.path, reason: error.localizedDescription)
                : .missing(path: file.path)
        }
        try self.init(lines: data, named: file.path, gazetteer: gazetteer)
    }

    /// The decisions of lines that stand in no file; the name is for messages.
    ///
    /// - Throws: `CorrectionsError` naming the line.
    public init(
        lines data: Data, named name: String, gazetteer: Gazetteer
    ) throws(CorrectionsError) {
        let decoder = JSONDecoder()
        var items: [Correction] = []
        for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        where line.contains(where: { $0 > 0x20 }) {
            let written: CorrectionLine
            do {
                written = try decoder.decode(CorrectionLine.self, from: Data(line))
            } catch {
                throw .malformed(path: name, line: index + 1, what: "is no decision")
            }
            do throws(CorrectionLine.Fault) {
                items.append(try written.correction(gazetteer))
            } catch {
                throw .malformed(path: name, line: index + 1, what: error.words)
            }
        }
        self.items = items
    }

    /// Whether there are none.
    public var isEmpty: Bool { items.isEmpty }

    /// Those on a text, by its digest.
    func about(_ sha256: String) -> [Correction] { items.filter { $0.holds(for: sha256) } }
}
