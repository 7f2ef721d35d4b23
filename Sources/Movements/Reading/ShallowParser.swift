internal import Language

/// Arcs guessed from the order of the words, for sentences that no parser has read.
///
/// Closed classes and the tables of movement give the tags; a preposition depends on the last word
/// of movement or noun, a noun on the preposition or verb before it. One pass, linear time.
struct ShallowParser: Sendable {
    let lexicon: MovementLexicon

    /// Gives each word a tag, a label and a head.
    func annotate(_ words: inout [SentenceView.Word], lowers: [String]) {
        tag(&words, lowers)
        attach(&words, lowers)
    }

    private func tag(_ words: inout [SentenceView.Word], _ lowers: [String]) {
        for index in words.indices {
            let lower = lowers[index]
            if words[index].mention != nil {
                words[index].tag = .nnp
            } else if lexicon.small.has(lower, .auxiliary) {
                words[index].tag = .aux
            } else if lexicon.small.has(lower, .determiner) {
                words[index].tag = .dt
            } else if lexicon.small.has(lower, .pronounSubject) {
                words[index].tag = .prp
            } else if lexicon.small.has(lower, .conjunction) {
                words[index].tag = .cc
            } else if lexicon.prepositions.match(lowers, at: index) != nil {
                words[index].tag = .in
            } else if lower == "'s" || lower == "’s" {
                words[index].tag = .pos
            } else if lower.first?.isLetter != true && lower.first?.isNumber != true {
                words[index].tag = .fullStop
            } else {
                words[index].tag = openTag(index, words, lowers)
            }
        }
    }

    private func openTag(_ index: Int, _ words: [SentenceView.Word], _ lowers: [String]) -> Tag {
        let lower = lowers[index]
        let isNoun = lexicon.nouns.match(lowers, at: index) != nil
        guard let (_, word) = lexicon.verbs.match(lowers, at: index) else {
            return lower.hasSuffix("ly") ? .rb : (lower.first?.isNumber == true ? .cd : .nn)
        }
        let before = index > 0 ? words[index - 1].tag : nil
        if isNoun || lower == word.lemma || lower == word.lemma + "s" {
            // "Shipments", "a transfer": a verb only behind its subject or an auxiliary.
            if before == .dt || before == .pos || before == .nn && isNoun { return .nn }
            if before != .aux, before != .prp, before != .nnp,
                !lexicon.small.has(lowers[max(0, index - 1)], .infinitive)
            {
                return .nn
            }
        }
        if lower.hasSuffix("ing") { return .vbg }
        if index > 0, lexicon.small.has(lowers[index - 1], .being) { return .vbn }
        return before == .aux ? .vbn : .vbd
    }

    private func attach(_ words: inout [SentenceView.Word], _ lowers: [String]) {
        var governor: Int?
        var preposition: Int?
        var subject: Int?
        var lastNoun: Int?
        var verb: Int?
        var index = 0
        while index < words.count {
            words[index].head = index
            words[index].label = .dep
            let tag = words[index].tag
            if tag == .in {
                words[index].label = .prep
                words[index].head = governor ?? lastNoun ?? index
                preposition = index
            } else if tag.isVerb {
                words[index].label =
                    verb == nil
                    ? .root : (tag == .vbn && !isAuxiliary(index - 1, words) ? .acl : .conj)
                if let verb {
                    words[index].head = words[index].label == .acl ? lastNoun ?? verb : verb
                }
                if let subject, words[index].label != .acl {
                    let isPassive =
                        index > 0
                        && (0..<index).suffix(2).contains { lexicon.small.has(lowers[$0], .being) }
                    if verb == nil {
                        words[subject].head = index
                        words[subject].label = isPassive ? .nsubjpass : .nsubj
                    }
                    if isPassive, tag != .vbg {
                        words[index - 1].label = .auxpass
                        words[index - 1].head = index
                    }
                }
                verb = index
                governor = index
                preposition = nil
            } else if tag == .nn || tag == .nnp || tag == .cd || tag == .prp {
                let end = chunkEnd(from: index, words)
                for inner in index..<end {
                    words[inner].head = end
                    words[inner].label = words[inner + 1].tag == .pos ? .poss : .compound
                }
                words[end].label = .dep
                if let last = preposition {
                    words[end].head = last
                    words[end].label = .pobj
                    preposition = nil
                } else if let verb, lastNoun == nil || lastNoun ?? 0 < verb {
                    words[end].head = verb
                    words[end].label = .dobj
                } else if let noun = lastNoun, isJoined(noun, end, from: index, lowers) {
                    words[end].head = noun
                    words[end].label = .conj
                } else {
                    subject = end
                }
                if verb == nil, words[end].label != .pobj, words[end].label != .conj {
                    subject = end
                }
                if lexicon.nouns.match(lowers, at: end) != nil
                    || (verb == nil && words[end].label != .pobj && words[end].label != .conj)
                {
                    governor = end
                }
                lastNoun = end
                index = end
            } else if lexicon.small.has(lowers[index], .clauseEnd) {
                (governor, preposition, subject, verb, lastNoun) = (nil, nil, nil, nil, nil)
            }
            index += 1
        }
    }

    private func isAuxiliary(_ index: Int, _ words: [SentenceView.Word]) -> Bool {
        index >= 0 && words[index].tag == .aux
    }

    private func chunkEnd(from start: Int, _ words: [SentenceView.Word]) -> Int {
        var end = start
        while end + 1 < words.count, [.nn, .nnp, .cd, .pos].contains(words[end + 1].tag) {
            end += 1
        }
        while end > start, words[end].tag == .pos { end -= 1 }
        return end
    }

    private func isJoined(_ noun: Int, _ end: Int, from start: Int, _ lowers: [String]) -> Bool {
        start - noun <= 3
            && lowers[(noun + 1)..<start].allSatisfy {
                lexicon.small.has($0, .listing)
            }
    }
}
