public import Foundation
public import Language

/// How a language other than English words the details of a movement: when, how much, by what, how sure.
///
/// Read from a folder of `Data/Lexicon`; each table may be missing, and then what it tells is not read.
///
/// - `time-words.tsv` (`word kind number`): as in English, with the kinds of `TimeWords`
/// - `quantities.tsv` (`word kind`): numbers, units and what stands between them
/// - `modes.tsv` (`word mode kind`): vehicles and other words that tell the mode
/// - `status-cues.tsv` (`cue status`): words by which something is planned, alleged or denied
/// - `vehicle-identifiers.tsv` (`words kind`): as in English
/// - `particles.tsv` (`particle base`): what may stand joined before a word
public struct DetailLexicon: Sendable {
    var time = TimeWords()
    var quantities = QuantityWords()
    var modes = ModeWords()
    var cues: [Movement.Status: WordPatterns<Bool>] = [:]
    var identifiers = VehicleIdentifierReader()
    private(set) var particles: [String] = []

    /// No words at all.
    public init() {}

    /// Reads the tables of a folder.
    /// - Throws: `LanguageError`, naming file, line and column.
    public init(folder: URL) throws(LanguageError) {
        func has(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(component: name).path)
        }
        func rows(_ name: String, _ columns: [String]) throws(LanguageError) -> [LexiconRow] {
            guard has(name) else { return [] }
            return try LexiconTable(
                contentsOf: folder.appending(component: name), requiring: columns
            ).rows
        }
        if has("time-words.tsv") { time = try TimeWords(contentsOf: folder, withPatterns: true) }
        if has("vehicle-identifiers.tsv") {
            identifiers = try VehicleIdentifierReader(contentsOf: folder) { phrase in
                let utf8 = Array(phrase.utf8)
                return PlainTokenizer().tokens(in: utf8).filter { !$0.isSpace }.map {
                    String(decoding: utf8[$0.utf8Range], as: UTF8.self).lowercased()
                }
            }
        }
        quantities = try QuantityWords(rows("quantities.tsv", ["word", "kind"]))
        modes = try ModeWords(rows("modes.tsv", ["word", "mode", "kind"]))
        for row in try rows("status-cues.tsv", ["cue", "status"]) {
            guard let status = try row.value("status", as: Movement.Status.self) else { continue }
            cues[status, default: WordPatterns()].add(try row.required("cue"), true)
        }
        particles = try rows("particles.tsv", ["particle"]).map { row throws(LanguageError) in
            PlainWord.folded(try row.required("particle"))
        }.sorted { $0.count > $1.count }
    }

    /// The cue of a status nearest to a word, rather before it than behind; nil where there is none.
    func cue(for status: Movement.Status, near word: Int, in words: [PlainWord]) -> Range<Int>? {
        guard let patterns = cues[status] else { return nil }
        func distance(_ index: Int) -> Int { index > word ? 2 * (index - word) : word - index }
        return words.indices.compactMap { index in
            patterns.match(words, at: index).map { index..<index + $0.count }
        }.filter { !words[$0].contains(where: \.isMention) }
            .min { distance($0.lowerBound) < distance($1.lowerBound) }
            .map { words.utf8Range(of: $0) }
    }
}
