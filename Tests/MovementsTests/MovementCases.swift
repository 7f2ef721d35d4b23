import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Language
import Testing

@testable import Movements

/// A text with its places marked, and the movements that must be read from it.
struct MovementCase: Sendable, CustomStringConvertible {
    var text = ""
    var mentions: [Mention] = []
    var expected: [String] = []

    var description: String { text }

    /// The cases of a file of `Cases`.
    static func all(in name: String) throws -> [MovementCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Cases/\(name).txt")
        var cases: [MovementCase] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("text: ") {
                cases.append(try MovementCase(marked: line.dropFirst(6)))
            } else if line.hasPrefix("expect: "), !cases.isEmpty {
                cases[cases.count - 1].expected.append(String(line.dropFirst(8)))
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

/// The room's extractor over the bundled lexicon and language model.
struct Reader: Sendable {
    let extractor: MovementExtractor
    let model: LanguageModel

    init() throws {
        let data = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Data").standardizedFileURL
        extractor = try MovementExtractor(lexicon: data.appending(path: "Lexicon/en"))
        model = try LanguageModel(contentsOf: data.appending(path: "Language/en"))
    }

    /// What a text states; without a parse where one is not wanted.
    func read(_ text: String, _ mentions: [Mention], date: String? = nil, parsed: Bool = true)
        -> (StatedMovements, Document)
    {
        let document = Document(text: text, date: date.flatMap { CalendarDate($0) })
        let analysis =
            parsed ? model.analyse(document.text, entities: false) : unparsed(document.text)
        return (extractor.extract(from: document, analysis, mentions: mentions), document)
    }

    /// What a message states, parsed as one sentence under the spelling that the room asks for.
    func readMessage(_ text: String, _ mentions: [Mention]) -> (StatedMovements, Document) {
        let document = Document(text: text)
        var analysis = unparsed(document.text)
        let sentences = extractor.sentencesWorthParsing(in: document, analysis, mentions: mentions)
        let respelling = extractor.respelling(of: sentences, in: analysis, mentions: mentions)
        if let parsed = try? model.parsing(
            sentences: sentences, of: analysis, entities: false, as: respelling)
        {
            analysis = parsed
        }
        return (extractor.extract(from: document, analysis, mentions: mentions), document)
    }

    /// The tokens of a text as one sentence.
    private func unparsed(_ text: String) -> Analysis {
        let utf8 = Array(text.utf8)
        let tokens = model.tokenizer.tokens(in: utf8)
        return Analysis(
            utf8: utf8, tokens: tokens,
            sentences: tokens.isEmpty ? [] : [Sentence(tokens: 0..<tokens.count)])
    }
}
