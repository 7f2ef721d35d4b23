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

    private var languages: [Language] = []

    /// A finder that knows no language.
    public init() {}

    mutating func add(_ language: Language) { languages.append(language) }

    /// The name of a language by its code, in small letters up to the first hyphen; nil for one not known.
    public func name(of code: String) -> String? {
        let base = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        return languages.first { $0.code == base }?.name
    }

    /// The code of a text's language, or nil where too little tells.
    public func language(of text: String) -> String? {
        guard !languages.isEmpty, let script = Self.script(of: text) else { return nil }
        let candidates = languages.filter { $0.script == script }
        if candidates.count == 1 { return candidates[0].code }
        var counts = candidates.map { _ in 0 }
        var words = 0
        for word in text.unicodeScalars.prefix(Self.reach).split(whereSeparator: {
            !$0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark
        }) {
            words += 1
            let small = String(word).lowercased()
            for (index, candidate) in candidates.enumerated() {
                if candidate.words.contains(small) { counts[index] += 1 }
                if word.contains(where: candidate.letters.contains) { counts[index] += 1 }
            }
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }),
            Double(counts[best]) >= Double(words) * Self.leastShare, counts[best] >= 3,
            counts.count(where: { $0 == counts[best] }) == 1
        else { return nil }
        return candidates[best].code
    }

    /// The script of most letters; of Japanese a tenth of kana among the Han is enough.
    private static func script(of text: String) -> Script? {
        var counts: [Script: Int] = [:]
        for scalar in text.unicodeScalars.prefix(reach) {
            if let script = script(of: scalar) { counts[script, default: 0] += 1 }
        }
        // A character of Chinese is a word, not a letter.
        let all = counts.values.reduce(0, +)
        let weight = counts[.han, default: 0] + counts[.kana, default: 0]
        guard all + weight * 3 >= leastLetters,
            let most = counts.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) })
        else { return nil }
        if most.key == .han, counts[.kana, default: 0] * 10 > most.value { return .kana }
        return most.key
    }

    private static func script(of scalar: Unicode.Scalar) -> Script? {
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
