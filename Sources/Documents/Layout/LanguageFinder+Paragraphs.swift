extension LanguageFinder {
    /// The code of the language of one paragraph of a text in another, or nil where nothing tells that it is in another.
    ///
    /// Another script tells by itself; in the same one the words must.
    func language(of paragraph: Substring, besides main: String) -> String? {
        let main = main.lowercased().prefix { $0 != "-" && $0 != "_" }
        let text = String(paragraph)
        guard let own = languages.first(where: { $0.code == main }),
            let script = Self.script(of: text, least: Self.leastLettersOfScript)
        else { return nil }
        // Kana and Han are one way of writing; what is in kana is still no Chinese.
        if script != own.script { return language(of: text, in: script, besides: own) }
        return language(of: text, inScriptOf: own)
    }

    /// The language of a paragraph in another script than its text's.
    private func language(of text: String, in script: Script, besides own: Language) -> String? {
        let tally = tally(of: text, in: script)
        if tally.counts.count == 1 {
            // A Japanese sentence may have no kana.
            let isJapanese = own.script == .kana && script == .han
            return isJapanese ? nil : tally.counts[0].language.code
        }
        return (tally.best?.language ?? presumed(of: text, in: script))?.code
    }

    /// The language of a paragraph in the script of its text, where enough tells that it isn't the text's.
    private func language(of text: String, inScriptOf own: Language) -> String? {
        let words = Self.words(of: text[...].unicodeScalars)
        let clues = languages.filter { $0.script == own.script && $0.code != own.code }.map {
            Clues(of: $0, against: own, in: words)
        }
        guard let most = clues.map(\.all).max(), clues.count(where: { $0.all == most }) == 1,
            let best = clues.first(where: { $0.all == most })
        else { return nil }
        let owns = Clues(of: own, against: best.language, in: words).all
        let least = best.isSure ? 1 : own.script == .latin ? Self.leastOfLatin : 2
        let isClear =
            best.all >= max(least, 3 * owns)
            && Double(best.all) >= Double(words.count) * Self.leastShareOfParagraph
        return isClear ? best.language.code : nil
    }

    /// How many words, and what share of them, tell of another language in the script of the text; of Latin script more,
    /// as names and quotations of one language stand in all others.
    private static let leastOfLatin = 3
    private static let leastShareOfParagraph = 0.2

    /// What tells of one language rather than of another in the same script.
    private struct Clues {
        let language: Language
        /// How many words are frequent in it, or have letters of it, and not of the other.
        private(set) var all = 0
        /// Whether a word that is no name has a letter that the other's alphabet lacks.
        private(set) var isSure = false

        init(
            of language: Language, against other: Language,
            in words: [Substring.UnicodeScalarView]
        ) {
            self.language = language
            for (index, word) in words.enumerated() {
                let isName = word.first?.properties.isUppercase ?? false
                let small = String(word).lowercased()
                // Names are written alike in many languages; the first word of a sentence may be none.
                if language.words.contains(small), !other.words.contains(small),
                    !isName || index == 0
                {
                    all += 1
                } else if !isName, let letter = word.first(where: language.letters.contains),
                    !other.letters.contains(letter), !other.alphabet.contains(letter)
                {
                    all += 1
                    if word.first?.properties.isLowercase == true, !other.alphabet.isEmpty,
                        language.script != .latin
                    {
                        isSure = true
                    }
                }
            }
        }
    }
}
