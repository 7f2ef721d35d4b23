/// Tells the language of a text by its script, its frequent words and its letters.
public struct LanguageFinder: Sendable {
    /// A language that can be told.
    struct Language: Sendable {
        let code: String
        let name: String
        let script: Script
        let words: Set<String>
        /// Letters that few other languages of its script have.
        let letters: Set<Unicode.Scalar>
        /// All its letters, small, where a text of its script is taken for one in it when nothing tells of another; else none.
        let alphabet: Set<Unicode.Scalar>
    }

    /// A script, as Unicode's blocks have it.
    enum Script: String, Sendable, CaseIterable {
        case latin = "Latin", cyrillic = "Cyrillic", arabic = "Arabic", hebrew = "Hebrew"
        case greek = "Greek", han = "Han", kana = "Kana", hangul = "Hangul", thai = "Thai"
        case devanagari = "Devanagari", georgian = "Georgian", armenian = "Armenian"
    }

    /// How much of a text is looked at, in code points.
    private static let reach = 20_000
    /// Fewer letters than this tell nothing, nor does a smaller share of frequent words among the words.
    private static let leastLetters = 40
    private static let leastShare = 0.08
    /// Fewer letters than this in a script tell nothing, even where the script itself does.
    static let leastLettersOfScript = 12
    /// A text of fewer words need not have many that tell.
    private static let fewWords = 12

    private(set) var languages: [Language] = []
    /// By script, which of its languages each word and each letter tells of.
    private var tellers: [Script: Tellers] = [:]

    /// Which languages of a script a word or a letter tells of, by their places among them.
    private struct Tellers: Sendable {
        var count = 0
        var words: [String: [Int]] = [:]
        var letters: [Unicode.Scalar: [Int]] = [:]
    }

    /// A finder that knows no language.
    public init() {}

    mutating func add(_ language: Language) {
        languages.append(language)
        var known = tellers[language.script] ?? Tellers()
        for word in language.words { known.words[word, default: []].append(known.count) }
        for letter in language.letters { known.letters[letter, default: []].append(known.count) }
        known.count += 1
        tellers[language.script] = known
    }

    /// The name of a language by its code, in small letters up to the first hyphen; nil for one not known.
    public func name(of code: String) -> String? {
        let base = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        return languages.first { $0.code == base }?.name
    }

    /// The code of a text's language, or nil where too little tells.
    ///
    /// Latin script is that of hundreds of languages: of a text in it, words must tell.
    public func language(of text: String) -> String? {
        guard let script = Self.script(of: text, least: Self.leastLettersOfScript) else {
            return nil
        }
        if script == .latin, Self.script(of: text, least: Self.leastLetters) == nil { return nil }
        let tally = tally(of: text, in: script)
        if tally.counts.count == 1 { return tally.counts[0].language.code }
        let isShort = script != .latin && tally.words < Self.fewWords
        if let best = tally.best, isShort || best.count >= 3,
            Double(best.count) >= Double(tally.words) * Self.leastShare
        {
            return best.language.code
        }
        return script == .latin ? nil : presumed(of: text, in: script)?.code
    }

    /// The language that a text of a script is taken for where nothing tells: the one that has all the text's letters.
    func presumed(of text: String, in script: Script) -> Language? {
        languages.first { language in
            guard language.script == script, !language.alphabet.isEmpty else { return false }
            return text.lowercased().unicodeScalars.prefix(Self.reach).allSatisfy {
                Self.script(of: $0) != script || !$0.properties.isAlphabetic
                    || language.alphabet.contains($0)
            }
        }
    }

    /// How many words of a text tell of each language of a script.
    struct Tally {
        var counts: [(language: Language, count: Int)]
        var words = 0

        /// The language of most, where it is one.
        var best: (language: Language, count: Int)? {
            guard let best = counts.max(by: { $0.count < $1.count }), best.count > 0,
                counts.count(where: { $0.count == best.count }) == 1
            else { return nil }
            return best
        }
    }

    func tally(of text: String, in script: Script) -> Tally {
        var tally = Tally(counts: languages.filter { $0.script == script }.map { ($0, 0) })
        guard tally.counts.count > 1 else { return tally }
        let known = tellers[script] ?? Tellers()
        for word in Self.words(of: text.unicodeScalars.prefix(Self.reach)) {
            tally.words += 1
            for index in known.words[String(word).lowercased()] ?? [] {
                tally.counts[index].count += 1
            }
            // Letters tell once a word.
            let told = word.reduce(into: Set<Int>()) { told, letter in
                if let indices = known.letters[letter] { told.formUnion(indices) }
            }
            for index in told { tally.counts[index].count += 1 }
        }
        return tally
    }

    /// The words of a text: runs of letters and the marks on them.
    static func words(
        of scalars: Substring.UnicodeScalarView
    ) -> [Substring.UnicodeScalarView] {
        scalars.split { scalar in
            !scalar.properties.isAlphabetic
                && (scalar.isASCII || scalar.properties.generalCategory != .nonspacingMark)
        }
    }

    /// The script of most letters, nil where it has too few of them; of Japanese a tenth of kana among the Han is enough.
    static func script(of text: String, least: Int) -> Script? {
        var counts: [Script: Int] = [:]
        for scalar in text.unicodeScalars.prefix(reach) {
            if let script = script(of: scalar) { counts[script, default: 0] += 1 }
        }
        // A character of Chinese is a word, not a letter, and one of Korean a syllable.
        let all = counts.values.reduce(0, +)
        let weight = counts[.han, default: 0] + counts[.kana, default: 0]
        guard all + weight * 3 + counts[.hangul, default: 0] >= least,
            let most = counts.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) })
        else { return nil }
        if most.key == .han, counts[.kana, default: 0] * 10 > most.value { return .kana }
        return most.key
    }

    static func script(of scalar: Unicode.Scalar) -> Script? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        case 0x600...0x6FF, 0x750...0x77F: .arabic
        case 0x590...0x5FF: .hebrew
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: .han
        case 0x3040...0x30FF: .kana
        case 0xAC00...0xD7AF: .hangul
        case 0xE00...0xE7F: .thai
        case 0x900...0x97F: .devanagari
        case 0x10A0...0x10FF: .georgian
        case 0x530...0x58F: .armenian
        default: nil
        }
    }
}
