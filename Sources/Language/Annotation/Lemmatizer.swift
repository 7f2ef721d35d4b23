/// Dictionary forms by rules for endings, lists of exceptions and of known words.
///
/// This is spaCy's rule lemmatizer; the tables come from WordNet.
struct Lemmatizer: Sendable {
    private struct Part: Sendable {
        var known: SortedKeys?
        var exceptions: SortedTable<UInt32>?
        var endings: [(old: String, new: String)] = []
    }

    private var parts: [PartOfSpeech: Part] = [:]
    private let forms: [UInt8]

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile) throws(LanguageError) {
        forms = Array(try file.bytes("lemmas.forms"))
        let names: [(String, PartOfSpeech)] = [
            ("adj", .adjective), ("adv", .adverb), ("noun", .noun), ("verb", .verb),
            ("punct", .punctuation),
        ]
        let lines = try file.lines("lemmas.rules").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        for (name, part) in names {
            var tables = Part()
            if file.has("lemmas.\(name).index") {
                tables.known = try file.keys("lemmas.\(name).index")
            }
            if file.has("lemmas.\(name).exceptions") {
                tables.exceptions = try file.table("lemmas.\(name).exceptions", of: UInt32.self)
            }
            for cells in lines where cells.count == 3 && cells[0] == name {
                tables.endings.append((String(cells[1]), String(cells[2])))
            }
            parts[part] = tables
        }
    }

    /// The dictionary form of a word.
    func lemma(of word: String, _ part: PartOfSpeech, isBaseForm: Bool) -> String {
        if part == .space || isBaseForm { return word.lowercased() }
        guard let tables = parts[part] else {
            return part == .properNoun ? word : word.lowercased()
        }
        let lower = word.lowercased()
        var known: [String] = []
        var unusual: [String] = []
        var unknown: [String] = []
        for (old, new) in tables.endings where lower.hasSuffix(old) {
            let form = String(lower.dropLast(old.count)) + new
            if form.isEmpty { continue }
            if tables.known?.contains(MurmurHash.hash64(Array(form.utf8))) == true {
                known.insert(form, at: 0)
            } else if !form.unicodeScalars.allSatisfy({ ScalarTraits.isAlphabetic($0.value) }) {
                unusual.append(form)
            } else {
                unknown.append(form)
            }
        }
        var found: [String] = []
        for form in known + unusual where !found.contains(form) { found.append(form) }
        for form in exceptions(lower, tables) where !found.contains(form) {
            found.insert(form, at: 0)
        }
        return found.first ?? unknown.first ?? word
    }

    private func exceptions(_ word: String, _ tables: Part) -> [String] {
        guard let offset = tables.exceptions?[MurmurHash.hash64(Array(word.utf8))],
            Int(offset) < forms.count
        else {
            return []
        }
        return forms[Int(offset)...].prefix { $0 != 0x0A }.split(separator: 0x09).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
