import Documents
import Geoparsing
import Testing

@testable import Movements

@Suite("Movements a text states")
struct MovementExtractorTests {
    let reader: Reader

    init() throws { reader = try Reader() }

    @Test(
        "Each case gives its movements and no other",
        arguments: [
            "verbs", "nouns", "links", "chains", "via", "status", "freight", "rules", "messages",
            "none",
        ])
    func cases(file: String) throws {
        for example in try MovementCase.all(in: file) {
            let (stated, document) =
                file == "messages"
                ? reader.readMessage(example.text, example.mentions)
                : reader.read(example.text, example.mentions)
            let found = stated.movements.map { line($0, stated.mentions, document) }
            let isRight =
                found.count == example.expected.count
                && zip(found, example.expected).allSatisfy { agrees($0, with: $1) }
            #expect(isRight, "\(example.text)\n  found \(found)\n  expected \(example.expected)")
        }
    }

    /// A movement as the case files write it.
    private func line(_ movement: Movement, _ mentions: [Mention], _ document: Document) -> [String]
    {
        func name(_ index: Int?) -> String { index.map { mentions[$0].text } ?? "-" }
        func words(_ range: Range<Int>?) -> String {
            range.map { String(document.text(at: $0)) } ?? "-"
        }
        let via = movement.via.map { mentions[$0].text }.joined(separator: ", ")
        return [
            "\(name(movement.origin)) -> [\(via)] -> \(name(movement.destination))",
            movement.mode.rawValue, words(movement.cargo), movement.status.rawValue,
            words(movement.cue).lowercased(), movement.rule,
        ]
    }

    private func agrees(_ found: [String], with expected: String) -> Bool {
        let cells = expected.split(separator: "|").map { $0.trimmingPrefix(" ").description }
            .map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
        return zip(found, cells).allSatisfy { $1 == "?" || $0 == $1 }
    }
}
