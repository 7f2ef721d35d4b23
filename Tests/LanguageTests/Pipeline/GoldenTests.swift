import Foundation
import Language
import Testing

/// The model's answers against those of Python spaCy, on texts written for this project.
///
/// `Golden/documents.txt` has a document a line, with `\n` and `\t` written out;
/// `Scripts/compare-language --remake-golden` makes `Golden/spacy.tsv` from it.
@Suite struct GoldenTests {
    struct Row {
        var line: Int
        var cells: [Substring]
    }

    private func documents() throws -> [String] {
        try String(
            contentsOf: LanguageFiles.golden.appending(path: "documents.txt"), encoding: .utf8
        )
        .split(separator: "\n").map(Self.unescaped)
    }

    private func expectations() throws -> [[Row]] {
        let file = try String(
            contentsOf: LanguageFiles.golden.appending(path: "spacy.tsv"), encoding: .utf8)
        var documents: [[Row]] = []
        for (index, line) in file.split(separator: "\n").enumerated() {
            if line.hasPrefix("# document ") { documents.append([]) }
            if line.hasPrefix("#") || documents.isEmpty { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            documents[documents.count - 1].append(Row(line: index + 1, cells: cells))
        }
        return documents
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("\\n", with: "\n").replacing("\\t", with: "\t")
    }

    @Test func answersAreThoseOfSpaCy() throws {
        let model = try LanguageFiles.model()
        let (texts, expected) = (try documents(), try expectations())
        #expect(texts.count == expected.count)
        let (total, sentences, differences) = try compare(texts, expected, model)
        #expect(sentences >= 500)
        #expect(total >= 10_000)
        let listed = differences.prefix(20).joined(separator: "\n")
        #expect(
            Double(differences.count) <= 0.005 * Double(total),
            "\(differences.count) of \(total):\n\(listed)")
    }

    private func compare(
        _ texts: [String], _ expected: [[Row]], _ model: LanguageModel
    ) throws -> (total: Int, sentences: Int, differences: [String]) {
        var (total, sentences) = (0, 0)
        var differences: [String] = []
        for (text, rows) in zip(texts, expected) {
            let analysis = model.analyse(text)
            total += rows.count
            sentences += analysis.sentences.count
            if analysis.tokens.count != rows.count {
                differences += rows.map { "line \($0.line): other tokens in \(text)" }
                continue
            }
            for (token, row) in rows.enumerated() {
                let found = Self.cells(token, analysis)
                let wanted = row.cells.map(Self.unescaped)
                if found != wanted {
                    differences.append("line \(row.line): \(found) instead of \(wanted)")
                }
            }
        }
        return (total, sentences, differences)
    }

    private static func cells(_ token: Int, _ analysis: Analysis) -> [String] {
        let range = analysis.tokens[token].utf8Range
        let entity =
            switch analysis.entityTag(of: token) {
            case .begin(let type): "B-" + type.rawValue
            case .inside(let type): "I-" + type.rawValue
            case .outside, nil: "O"
            }
        let begins = analysis.sentences.contains { $0.tokens.lowerBound == token }
        return [
            String(range.lowerBound), String(range.upperBound),
            analysis.tag(of: token)?.rawValue ?? "",
            analysis.partOfSpeech(of: token)?.rawValue ?? "",
            String(analysis.head(of: token) ?? -1),
            analysis.label(of: token)?.rawValue ?? "", analysis.lemma(of: token) ?? "", entity,
            begins ? "1" : "0",
        ]
    }
}
