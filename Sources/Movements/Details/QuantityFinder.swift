/// Finds how much of something is moved: the number and measure just before it, "25,000 tonnes of".
struct QuantityFinder {
    let lexicon: MovementLexicon

    /// How many words before what is moved are looked at.
    private static let reach = 9
    /// How many words of another kind may stand between: "40,000 tonnes of Russian milling wheat".
    private static let mostOthers = 2

    /// The quantity of a phrase that begins at a word, in UTF-8 bytes.
    func quantity(before cargo: Int, in view: SentenceView) -> Range<Int>? {
        var end: Int?
        var start: Int?
        var others = 0
        for index in (max(0, cargo - Self.reach)..<cargo).reversed() {
            let word = view.lowers[index]
            if isNumber(word) {
                if end == nil { end = index }
                start = index
            } else if lexicon.units.contains(word) {
                if end == nil { end = index }
            } else if start != nil {
                break
            } else if !lexicon.small.has(word, .possessive), view.words[index].mention == nil {
                others += 1
                if others > Self.mostOthers { return nil }
            }
        }
        guard let start, let end else { return nil }
        return view.utf8Range(of: start...end)
    }

    private func isNumber(_ word: String) -> Bool {
        word.utf8.first.map { (0x30...0x39).contains($0) } == true
            || lexicon.distances.numbers[word] != nil
            || lexicon.distances.multipliers[word] != nil
    }
}
