/// The regular forms of English words, so that a table names only the irregular ones.
enum WordForms {
    /// The words of a phrase as the tokenizer parts them: at spaces, and around hyphens.
    static func words(of phrase: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in phrase.lowercased() {
            if character == " " || character == "-" {
                if !word.isEmpty { words.append(word) }
                if character == "-" { words.append("-") }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// All forms of a verb of one or more words: "load up" gives "loads up", "re-export" "re-exports".
    static func verbForms(of lemma: String, irregular: [String]) -> [[String]] {
        let words = words(of: lemma)
        let changing = words.contains("-") ? words.count - 1 : 0
        var forms = inflections(of: words[changing]).map { form in
            var copy = words
            copy[changing] = form
            return copy
        }
        forms.append(words)
        for form in irregular {
            let own = Self.words(of: form)
            forms.append(own.count == 1 && words.count > 1 ? own + words.dropFirst() : own)
        }
        return forms
    }

    /// The singular and plural of a noun of one or more words, whose last word changes.
    static func nounForms(of lemma: String) -> [[String]] {
        let words = words(of: lemma)
        guard let last = words.last else { return [] }
        return [words, words.dropLast() + [plural(of: last)]]
    }

    private static func inflections(of verb: String) -> [String] {
        let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
        if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
            let base = verb.dropLast()
            return [base + "ies", base + "ied", verb + "ing"].map { String($0) }
        }
        if verb.hasSuffix("ie") {
            return [verb + "s", verb + "d", verb.dropLast(2) + "ying"].map { String($0) }
        }
        let doing = verb.hasSuffix("ee") || verb.hasSuffix("oe") || verb.hasSuffix("ye")
        var forms = [plural(of: verb), stem + "ed", (doing ? verb : stem) + "ing"]
        if let last = doubled(verb) { forms += [verb + last + "ed", verb + last + "ing"] }
        return forms
    }

    /// The last letter of a verb that may double it: "transferred", "travelling".
    private static func doubled(_ verb: String) -> String? {
        let end = Array(verb.suffix(3))
        guard end.count == 3, !"aeiou".contains(end[0]), "aeiou".contains(end[1]),
            !"aeiouwxy".contains(end[2])
        else { return nil }
        return String(end[2])
    }

    private static func plural(of word: String) -> String {
        if word.hasSuffix("man") { return word.dropLast(2) + "en" }
        for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) {
            return word + "es"
        }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return word + "s"
    }
}
