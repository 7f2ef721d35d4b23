internal import Language

/// How the words around a word of movement present it: done, planned, alleged, denied.
///
/// After the trigger-and-scope lists of NegEx and the value grid of FactBank: a cue counts for the
/// clause it governs.
struct StatusReader {
    let reader: SentenceReader
    private var first: (status: Movement.Status, word: Int)?
    private var negations = 0
    /// Words that have been counted.
    private var noted: Set<Int> = []
    private var negatedCue: Int?
    private(set) var speech: Int?

    init(_ reader: SentenceReader) { self.reader = reader }

    private var view: SentenceView { reader.view }
    private var lexicon: MovementLexicon { reader.lexicon }

    /// The status of what a word says, and the word that gives it.
    mutating func status(of trigger: Int) -> (Movement.Status, cue: Int?) {
        // "Before the war but not since" denies what followed, not what was told.
        if let reversal = reader.reversal(after: trigger) { noted.formUnion(reversal.words) }
        readOwn(trigger, isNoun: view.isNoun(trigger))
        climb(from: trigger)
        if first == nil, negations == 0 { readSource() }
        if negations % 2 == 1 { return (.negated, negatedCue) }
        // The cue nearest to the word says most: "believed it was considering selling".
        if let first { return (first.status, first.word) }
        return negations > 0 ? (.planned, negatedCue) : (.asserted, nil)
    }

    private mutating func note(_ status: Movement.Status?, _ word: Int) {
        guard status != nil, noted.insert(word).inserted else { return }
        switch status {
        case .planned?, .alleged?:
            if let status, first == nil { first = (status, word) }
        case .negated:
            negations += 1
            negatedCue = negatedCue ?? word
        case .asserted, nil: break
        }
    }

    /// Cues among a word's own dependents.
    private mutating func readOwn(_ word: Int, isNoun: Bool) {
        var hasAuxiliary = false
        for child in view.children[word] {
            let lower = view.lowers[child]
            switch view.words[child].label {
            case .aux, .auxpass:
                hasAuxiliary = true
                readAuxiliary(child, of: word)
            case .neg: note(.negated, child)
            case .advmod, .npadvmod:
                note(lexicon.cue(lower, .negation), child)
                note(lexicon.cue(lower, .adverb), child)
                for part in view.children(of: child, .neg, .det, .advmod) {
                    // "No longer".
                    note(lexicon.cue(view.lowers[part], .negation), part)
                }
                if view.words[word].tag != .vbd, view.words[word].tag != .vbn {
                    // "Flies there next week".
                    for part in view.children(of: child, .amod) {
                        note(lexicon.cue(view.lowers[part], .adverb), part)
                    }
                }
            case .amod, .compound:
                if isNoun { note(lexicon.cue(lower, .modifier), child) }
            case .det, .preconj, .cc:
                if isNoun { note(lexicon.cue(lower, .negation), child) }
            case .nsubj, .nsubjpass, .dobj:
                // "No copper had been shipped", "buys nothing".
                for det in view.children(of: child, .det, .advmod, .neg) {
                    note(lexicon.cue(view.lowers[det], .negation), det)
                }
                note(lexicon.cue(lower, .negation), child)
            default: break
            }
        }
        if !hasAuxiliary, !isNoun, view.words[word].label == .conj {
            let head = view.words[word].head
            if view.isVerb(head), [.vb, .vbn].contains(view.words[word].tag) {
                for child in view.children(of: head, .aux, .neg) {
                    note(lexicon.cue(view.lowers[child], .aux), child)
                    note(lexicon.cue(view.lowers[child], .negation), child)
                }
            }
        }
    }

    private mutating func readAuxiliary(_ word: Int, of verb: Int) {
        guard let status = lexicon.cue(view.lowers[word], .aux) else { return }
        let isPerfect = view.children(of: verb, .aux).contains {
            lexicon.small.has(view.lowers[$0], .perfect)
        }
        note(isPerfect ? lexicon.cue(view.lowers[word] + " have", .aux) : status, word)
    }

    /// Cues among the words that govern it, up to the one who says so.
    private mutating func climb(from trigger: Int) {
        let isLink = reader.triggers[trigger]?.motion == .link
        let isNoun = reader.isNominal(trigger) || view.isNoun(trigger)
        var word = trigger
        for _ in 0..<12 {
            let head = view.words[word].head
            if head == word { return }
            let label = view.words[word].label
            if label == .appos { return }
            // "Agreed to more seats on the Manila-Hong Kong route": the route is there already.
            if isLink, word == trigger, label == .pobj,
                lexicon.small.has(view.lowers[head], .carrier)
            {
                return
            }
            if label == .relcl, !isInfinitive(word) {
                readShutLink(of: head)
                return
            }
            if lexicon.small.has(view.lowers[head], .time), label == .pcomp || label == .pobj {
                return
            }
            if label == .conj {
                word = head
                continue
            }
            if label == .pcomp, head > 0 {
                // "Instead of unloading there".
                let phrase = view.lowers[head - 1] + " " + view.lowers[head]
                note(lexicon.cue(phrase, .preposition), head - 1)
            }
            if label == .xcomp, lexicon.small.has(view.lowers[head], .being), isInfinitive(word),
                isDoer(of: head)
            {
                // "Is to lend".
                note(.planned, head)
            }
            if view.isVerb(head) || view.words[head].tag.isAdjective {
                if isSpeech(head, over: label) { return }
                if label == .advcl, !isInfinitive(word) { return }
                readGovernor(
                    head, label: label, isNoun: isNoun && !view.isVerb(word),
                    isOther: word != trigger && label == .nsubj)
                if isLink, !isInfinitive(head) { return }
            } else if view.isNoun(head), label != .nsubj, label != .amod {
                readNoun(head)
            }
            word = head
        }
    }

    /// "Norway is to lend": not "the best way is to take the bus".
    private func isDoer(of verb: Int) -> Bool {
        view.children(of: verb, .nsubj).contains { subject in
            view.words[subject].mention != nil || view.words[subject].tag.isPronoun
                || view.words[subject].tag.isProperNoun
                || reader.themeKind(at: subject).map { $0 != .abstract } == true
        }
    }

    private mutating func isSpeech(_ verb: Int, over label: DependencyLabel) -> Bool {
        guard lexicon.cue(view.words[verb].lemma, .speech) != nil,
            [.ccomp, .advcl, .parataxis].contains(label)
        else { return false }
        speech = verb
        if let speaker = view.children(of: verb, .nsubj).first {
            note(lexicon.cue(view.words[speaker].lemma, .accuser), speaker)
        }
        if lexicon.small.has(view.words[verb].lemma, .claim) { note(.alleged, verb) }
        return true
    }

    /// "According to prosecutors".
    private mutating func readSource() {
        for word in view.lowers.indices.dropLast()
        where lexicon.small.has(view.lowers[word], .according) {
            for part in [word, word + 1] {
                for source in view.children(of: part, .pobj) {
                    note(lexicon.cue(view.words[source].lemma, .accuser), source)
                }
            }
        }
    }

    private mutating func readGovernor(
        _ verb: Int, label: DependencyLabel, isNoun: Bool, isOther: Bool
    ) {
        // "Called at B before heading for C": here it is no call for anything.
        if let word = reader.triggers[verb], word.motion == .stop, word.isStrong { return }
        let lemma = view.words[verb].lemma
        // "Cut off", "rule out": the verb with its particle.
        let particle = view.children(of: verb, .prt).first.map { lemma + " " + view.lowers[$0] }
        let cue =
            particle.flatMap { lexicon.cue($0, .governor) } ?? lexicon.cue(lemma, .governor)
        let isSubject = label == .nsubj || label == .nsubjpass
        if !isSubject || label == .nsubjpass || isIntransitiveStop(verb) {
            note(cue, verb)
        }
        if label == .advcl, lexicon.cue(lemma, .revoking) != nil,
            view.children(of: verb, .dobj).contains(where: {
                lexicon.cue(view.words[$0].lemma, .noun) == .planned
            })
        {
            // "Withdrew its offer of a plane to fly them out".
            note(.negated, verb)
        }
        if reader.isPassive(verb) { note(lexicon.cue(lemma, .passive), verb) }
        if isNoun,
            reader.triggers.first(where: { view.words[$0.key].head == verb })?.value.motion == .link
        {
            note(lexicon.cue(lemma, .building), verb)
        }
        if isNoun, !isSubject, cue == nil, lexicon.cue(lemma, .light) == nil,
            reader.triggers[verb] == nil
        {
            return
        }
        // "Trucks leaving A for B must pay": what they must is not to leave.
        if !isOther { readOwn(verb, isNoun: false) }
    }

    private mutating func readNoun(_ noun: Int) {
        let cue = lexicon.cue(view.words[noun].lemma, .noun)
        note(cue, noun)
        for child in view.children(of: noun, .det, .amod) {
            note(lexicon.cue(view.lowers[child], .negation), child)
            note(lexicon.cue(view.lowers[child], .modifier), child)
        }
        guard let cue, let verb = reader.governingVerb(of: noun) else { return }
        let lemma = view.words[verb].lemma
        if cue == .negated, lexicon.cue(lemma, .lifting) != nil { note(.negated, verb) }
        if cue == .planned, lexicon.cue(lemma, .revoking) != nil { note(.negated, verb) }
    }

    /// "Has shut the pipeline that carries crude": the crude does not flow.
    private mutating func readShutLink(of noun: Int) {
        var noun = noun
        guard reader.triggers[noun]?.motion == .link else { return }
        while view.words[noun].label == .appos { noun = view.words[noun].head }
        let head = view.words[noun].head
        if [.dobj, .nsubjpass].contains(view.words[noun].label),
            lexicon.cue(view.words[head].lemma, .governor) == .negated
        {
            note(.negated, head)
        }
    }

    /// "Sent ships to carry", "a plane to fly refugees": what serves a purpose shares its status.
    private func isInfinitive(_ verb: Int) -> Bool {
        view.children(of: verb, .aux).contains { lexicon.small.has(view.lowers[$0], .infinitive) }
    }

    private func isIntransitiveStop(_ verb: Int) -> Bool {
        !view.hasChild(verb, .dobj) && lexicon.cue(view.words[verb].lemma, .governor) == .negated
    }
}
