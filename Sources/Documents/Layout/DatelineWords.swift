public import Foundation

/// The words by which another language than English tells from where and by whom a report is.
///
/// Read from `datelines.tsv` of a folder of `Data/Lexicon` (`word kind`); without it no dateline is found but those that the
/// capitals tell.
public struct DatelineWords: Sendable {
    /// What a word tells; the raw values are those of the table.
    enum Kind: String, Sendable {
        /// An agency or paper.
        case agency
        /// A day of the week, or a month.
        case day
        /// What ends a dateline that has no dash: "电".
        case closing
        /// What begins the credit of a reporter: "von unserem Korrespondenten in".
        case credit
    }

    /// By kind, in small letters, longer ones first.
    private(set) var words: [Kind: [String]] = [:]

    /// No words at all.
    public init() {}

    /// Reads the table of a folder, if it has one.
    /// - Throws: `DocumentError.unreadable`, `.malformedLexicon`.
    public init(folder: URL) throws(DocumentError) {
        guard
            FileManager.default.fileExists(atPath: folder.appending(path: "datelines.tsv").path)
        else { return }
        let rows = try PageLexicon.rows(of: "datelines.tsv", in: folder, columns: 2)
        for (file, line, fields) in rows where fields != ["word", "kind"] {
            guard let kind = Kind(rawValue: fields[1]) else {
                throw .malformedLexicon(file, line: line)
            }
            words[kind, default: []].append(fields[0].lowercased())
        }
        for kind in words.keys { words[kind]?.sort { $0.count > $1.count } }
    }

    /// How many characters the longest word of a kind has that a text, in small letters, begins with.
    func length(of kind: Kind, at text: some StringProtocol) -> Int? {
        words[kind]?.first { word in
            guard text.hasPrefix(word) else { return false }
            // Where words are parted by blanks it is a whole one.
            guard let last = word.last, last.isLetter, last.isASCII || !last.isIdeograph,
                let next = text.dropFirst(word.count).first
            else { return true }
            return !next.isLetter
        }?.count
    }
}

extension Character {
    /// Whether it is a character of Chinese.
    var isIdeograph: Bool {
        unicodeScalars.first.map { (0x3400..<0xA000).contains($0.value) } ?? false
    }
}
