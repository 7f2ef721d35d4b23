internal import Language

extension SentenceReader {
    /// People who travel for talks, figures of speech, money.
    func isOutOfScope(_ theme: Theme, _ frame: Frame) -> Bool {
        // "The highway passes through A", "the service will call at B": the link itself.
        if let word = theme.word, triggers[word]?.motion == .link,
            frame.word.motion == .cross || frame.word.mode != nil
        {
            return false
        }
        if theme.kind == .official || theme.kind == .abstract { return true }
        // A call on the way counts with the movement it belongs to.
        if frame.word.motion == .stop { return false }
        // "His career took him from A to B".
        if frame.word.motion == .carry, isFigure(frame.trigger) { return true }
        guard let word = theme.word else { return false }
        if hasTitle(word) { return true }
        if theme.kind == nil, !lexicon.small.has(view.lowers[word], .plural),
            view.lowers.contains(where: lexicon.talks.contains)
        {
            return true
        }
        if theme.kind == nil, frame.word.motion.movesSubject, !frame.word.isStrong || theme.isProper
        {
            if theme.isPronoun, frame.word.motion == .cross { return false }
            // A person or thing of no known kind must be told from where and to where.
            if frame.ends(.between).count > 1 || isJourney(theme, frame) { return false }
            return frame.ends(.origin).isEmpty
                || (frame.ends(.destination).isEmpty && frame.ends(.place).isEmpty
                    && frame.objectPlaces.isEmpty)
        }
        return false
    }

    /// "He fled A, travelling to B": somebody's way, of which another verb may tell the origin.
    func isJourney(_ theme: Theme, _ frame: Frame) -> Bool {
        theme.kind == nil && (theme.isPronoun || theme.isProper) && !frame.isNoun
            && frame.word.motion == .move && frame.ends(.origin).isEmpty
            && !frame.ends(.destination).isEmpty
            && [.advcl, .conj].contains(view.words[frame.trigger].label)
    }

    /// Whether what carries is no thing: a career, a tour.
    func isFigure(_ verb: Int) -> Bool {
        view.children(of: verb, .nsubj).contains {
            themeKind(at: $0) == .abstract && triggers[$0] == nil
                && !view.words[$0].tag.isProperNoun
        }
    }

    private func hasTitle(_ word: Int) -> Bool {
        view.children(of: word, .compound, .appos, .nmod, .conj).contains {
            themeKind(at: $0) == .official
        }
    }
}
