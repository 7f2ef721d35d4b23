/// How the words around a word of movement present it: done, planned, alleged, denied.
///
/// After the trigger-and-scope lists of NegEx and the value grid of FactBank: a cue counts for the
/// clause it governs.
struct StatusReader {
    let reader: SentenceReader
    private var first: (status: Movement.Status, word: Int)?
    private var negations = 0
    private var negatedCue: Int?
    private(set) var speech: Int?

    init(_ reader: SentenceReader) { self.reader = reader }

    private var view: SentenceView { reader.view }
    private var lexicon: MovementLexicon { reader.lexicon }

    /// The status of what a word says, and the word that gives it.
    mutating func status(of trigger: Int) -> (Movement.Status, cue: Int?) {
        readOwn(trigger, isNoun: view.isNoun(trigger))
        climb(from: trigger)
        if negations % 2 == 1 { return (.negated, negatedCue) }
        // The cue nearest to the word says most: "believed it was considering selling".
        if let first { return (first.status, first.word) }
        return negations > 0 ? (.planned, negatedCue) : (.asserted, nil)
    }

    private mutating func note(_ status: Movement.Status?, _ word: Int) {
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
            case "aux", "auxpass":
                hasAuxiliary = true
                if let status = lexicon.cue(lower, .aux) {
                    let isPerfect = view.children(of: word, "aux").contains {
                        view.lowers[$0] == "have"
                    }
                    let pair = lexicon.cue(lower + " have", .aux)
                    note(isPerfect ? pair ?? .asserted : status, child)
                }
            case "neg": note(.negated, child)
            case "advmod", "npadvmod":
                note(lexicon.cue(lower, .negation), child)
                note(lexicon.cue(lower, .adverb), child)
            case "amod", "compound":
                if isNoun { note(lexicon.cue(lower, .modifier), child) }
            case "det", "preconj", "cc":
                if isNoun { note(lexicon.cue(lower, .negation), child) }
            case "nsubj", "nsubjpass", "dobj":
                // "No copper had been shipped".
                for det in view.children(of: child, "det", "advmod", "neg") {
                    note(lexicon.cue(view.lowers[det], .negation), det)
                }
                note(lexicon.cue(lower, .negation), child)
            default: break
            }
        }
        if !hasAuxiliary, !isNoun, view.words[word].label == "conj" {
            let head = view.words[word].head
            if view.isVerb(head), view.words[word].tag == "VB" || view.words[word].tag == "VBN" {
                for child in view.children(of: head, "aux", "neg") {
                    note(lexicon.cue(view.lowers[child], .aux), child)
                    note(lexicon.cue(view.lowers[child], .negation), child)
                }
            }
        }
    }

    /// Cues among the words that govern it, up to the one who says so.
    private mutating func climb(from trigger: Int) {
        var word = trigger
        for _ in 0..<12 {
            let head = view.words[word].head
            if head == word { return }
            let label = view.words[word].label
            if label == "relcl" || label == "appos" { return }
            let lemma = view.words[head].lemma
            if label == "conj" {
                word = head
                continue
            }
            if view.isVerb(head) || view.words[head].tag.hasPrefix("JJ") {
                if lexicon.cue(lemma, .speech) != nil,
                    ["ccomp", "advcl", "parataxis"].contains(label)
                {
                    speech = head
                    if lemma == "claim" { note(lexicon.cue(lemma, .governor), head) }
                    return
                }
                if label == "advcl", !isPurpose(word) { return }
                if label == "nsubj" || label == "nsubjpass" {
                    if label == "nsubjpass" || isIntransitiveStop(head) {
                        note(lexicon.cue(lemma, .governor), head)
                    }
                } else if label != "advmod" {
                    note(lexicon.cue(lemma, .governor), head)
                }
                readOwn(head, isNoun: false)
            } else if view.isNoun(head),
                ["acl", "prep", "pobj", "compound", "pcomp", "ccomp", "dobj", "poss"].contains(
                    label)
            {
                note(lexicon.cue(lemma, .noun), head)
                for child in view.children(of: head, "det", "amod") {
                    note(lexicon.cue(view.lowers[child], .negation), child)
                    note(lexicon.cue(view.lowers[child], .modifier), child)
                }
                if let verb = reader.governingVerb(of: head), lexicon.cue(lemma, .noun) == .negated,
                    lexicon.cue(view.words[verb].lemma, .lifting) != nil
                {
                    note(.negated, verb)
                }
            }
            word = head
        }
    }

    /// "Sent ships to carry": a clause of purpose shares the status of what serves it.
    private func isPurpose(_ verb: Int) -> Bool {
        view.words[verb].tag == "VB"
            && view.children(of: verb, "aux").contains {
                view.lowers[$0] == "to"
            }
    }

    private func isIntransitiveStop(_ verb: Int) -> Bool {
        !view.hasChild(verb, "dobj") && lexicon.cue(view.words[verb].lemma, .governor) == .negated
    }
}
