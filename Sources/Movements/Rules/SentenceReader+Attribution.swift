internal import Language

extension SentenceReader {
    /// Who says what a draft says: the subject of the verb of speech over it, or "according to".
    func attribution(of draft: Draft) -> Range<Int>? {
        if let verb = draft.speech, let speaker = view.children(of: verb, .nsubj, .agent).first {
            return view.utf8Range(of: nounPhrase(speaker))
        }
        for word in view.lowers.indices.dropLast()
        where lexicon.small.has(view.lowers[word], .according) {
            guard lexicon.small.has(view.lowers[word + 1], .infinitive) else { continue }
            for part in [word, word + 1] {
                if let source = view.children(of: part, .pobj).first {
                    return view.utf8Range(of: view.span(of: source))
                }
            }
        }
        return nil
    }

    /// The places of the sentence's main subject, where that is a country, its people or its firms.
    func mainSubjectPlaces() -> [End]? {
        guard
            let root = view.words.indices.first(where: {
                view.words[$0].head == $0 && view.isVerb($0)
            })
        else { return nil }
        for verb in [root] + view.children(of: root, .ccomp) {
            for subject in view.children(of: verb, .nsubj, .nsubjpass) {
                if view.words[subject].mention != nil { return ends(of: subject) }
            }
        }
        return view.children(of: root, .nsubj, .nsubjpass).first.map { actorPlaces(of: $0) }
    }
}
