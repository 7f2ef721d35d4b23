/// Finds the words by which a sentence says that something is planned, alleged or denied.
struct CueFinder {
    let lexicon: MovementLexicon

    /// The cue of a status nearest to a word, rather before it than behind; nil where there is none.
    func cue(for status: Movement.Status, near word: Int, in view: SentenceView) -> Range<Int>? {
        func distance(_ index: Int) -> Int { index > word ? 2 * (index - word) : word - index }
        return view.words.indices.filter { index in
            [view.words[index].lemma, view.lowers[index]].contains { form in
                lexicon.cues[form]?.contains { $0.status == status && $0.scope.isCue } ?? false
            }
        }.min { distance($0) < distance($1) }.map { view.words[$0].utf8Range }
    }
}
