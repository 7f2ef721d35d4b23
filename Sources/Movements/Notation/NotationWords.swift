internal import Foundation
internal import Language

/// The words and marks of shorthand, read from `notation.tsv`.
struct NotationWords: Sendable {
    private var labels = PhraseTable<NotationLabel>()
    /// Marks under their first byte, the longest first.
    private var marks: [UInt8: [Mark]] = [:]

    /// A mark, as it is written.
    struct Mark: Sendable {
        let utf8: [UInt8]
        let label: NotationLabel
    }

    /// No words at all.
    init() {}

    /// Reads `notation.tsv` of a language's folder.
    init(contentsOf folder: URL) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "notation.tsv"),
            requiring: ["label", "role", "mode", "form", "alone", "status"])
        for row in table.rows {
            // A cell cannot hold a tab, so "\\t" stands for it.
            let text = try row.required("label").replacing("\\t", with: "\t")
            guard let role = try row.value("role", as: NotationLabel.Role.self) else {
                throw row.error("role", "must not be empty")
            }
            let label = NotationLabel(
                role: role, mode: try row.value("mode", as: TransportMode.self),
                form: try row.value("form", as: NotationLabel.Form.self) ?? .bare,
                isEnoughAlone: try row.flag("alone"), isPlanned: row["status"] == "planned")
            if text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
                labels.add(WordForms.words(of: text), label)
            } else {
                add(Mark(utf8: Array(text.utf8), label: label))
            }
        }
    }

    /// The longest label that begins at a word, and how many words it has.
    func label(in words: [String], at index: Int) -> (count: Int, label: NotationLabel)? {
        labels.match(words, at: index).map { ($0.count, $0.value) }
    }

    /// The longest mark that begins at a byte.
    func mark(in utf8: [UInt8], at index: Int) -> Mark? {
        marks[utf8[index]]?.first { utf8[index...].starts(with: $0.utf8) }
    }

    private mutating func add(_ mark: Mark) {
        guard let first = mark.utf8.first else { return }
        var known = marks[first] ?? []
        let place = known.firstIndex { $0.utf8.count < mark.utf8.count } ?? known.endIndex
        known.insert(mark, at: place)
        marks[first] = known
    }
}
