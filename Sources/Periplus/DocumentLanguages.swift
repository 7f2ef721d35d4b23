internal import Documents
internal import Foundation
internal import Geoparsing
internal import Language
internal import Movements

/// The languages other than English that documents may be in, and how each is read.
struct DocumentLanguages: Sendable {
    /// How a language is read.
    struct Language: Sendable {
        /// How names stand in it.
        let grammar: NameGrammar
        /// Finds its sentences.
        let splitter: SentenceSplitter
        /// How it words the details of movements.
        var details = DetailLexicon()
        /// How it tells from where and by whom a report is.
        var datelines = DatelineWords()
    }

    private var languages: [String: Language] = [:]
    /// For languages without tables.
    private let plainSplitter: SentenceSplitter

    /// The languages that have a folder in `Data/Lexicon`.
    init(data: DataDirectory) throws(LanguageError) {
        plainSplitter = try SentenceSplitter(
            LexiconTable("word\tkind", named: "no abbreviations"))
        for code in data.languages where code != Self.own {
            do {
                languages[code] = try Self.language(
                    in: data.lexicon(code), plainSplitter: plainSplitter)
            } catch {
                throw error.inFolder(code)
            }
        }
    }

    private static func language(
        in folder: URL, plainSplitter: SentenceSplitter
    ) throws(LanguageError) -> Language {
        let abbreviations = folder.appending(path: "abbreviations.tsv")
        let splitter =
            FileManager.default.fileExists(atPath: abbreviations.path)
            ? try SentenceSplitter(abbreviations: abbreviations) : plainSplitter
        return Language(
            grammar: try NameGrammar(folder: folder), splitter: splitter,
            details: try DetailLexicon(folder: folder), datelines: try datelines(in: folder))
    }

    private static func datelines(in folder: URL) throws(LanguageError) -> DatelineWords {
        do {
            return try DatelineWords(folder: folder)
        } catch {
            throw .unreadable(file: folder.path, reason: error.description)
        }
    }

    /// How to read a document; nil for one in English, and for one of which nothing tells.
    func language(of document: Document) -> Language? {
        guard let code = document.language.map(Self.base(of:)), code != Self.own else { return nil }
        return languages[code]
            ?? Language(grammar: NameGrammar(language: code), splitter: plainSplitter)
    }

    /// Whether there are tables for a language, by its code (BCP 47).
    func knows(_ code: String) -> Bool {
        let base = Self.base(of: code)
        return base == Self.own || languages[base] != nil
    }

    private static func base(of code: String) -> String {
        String(code.lowercased().prefix { $0 != "-" && $0 != "_" })
    }

    /// The language that the tables of the whole pipeline are for.
    private static let own = "en"
}

extension LanguageError {
    /// The same, where it tells of a table, with the folder before the table's name: all languages name theirs alike.
    fileprivate func inFolder(_ folder: String) -> LanguageError {
        guard case .malformedTable(let file, let line, let column, let reason) = self,
            !file.contains("/")
        else { return self }
        return .malformedTable(
            file: "\(folder)/\(file)", line: line, column: column, reason: reason)
    }
}
