internal import Documents
internal import Geoparsing
internal import Language

/// Which sentences the rules read: those of running text with a place and a word for it.
struct RuleGate: Sendable {
    let lexicon: MovementLexicon
    /// Whether each mention may be an end or a place passed.
    let usable: [Bool]
    private let mentions: [Mention]
    private let furniture: [Range<Int>]

    init(lexicon: MovementLexicon, document: Document, mentions: [Mention]) {
        self.lexicon = lexicon
        self.mentions = mentions
        furniture = document.paragraphs.filter { $0.kind == .furniture }.map(\.utf8Range)
        usable = mentions.map {
            $0.use.isPlaced && $0.use != .dateline && $0.use != .institution
                && $0.kind != .description
        }
    }

    /// Which sentences are worth reading: those that may state a movement, and those just before
    /// one that tell where something was.
    func openings(of analysis: Analysis) -> [Bool] {
        var isOpen = analysis.sentences.map { opens($0, of: analysis) }
        let states = isOpen
        for index in isOpen.indices where !isOpen[index] {
            let next = states[(index + 1)..<min(index + 3, states.count)]
            if next.contains(true) {
                isOpen[index] = tellsWhere(analysis.sentences[index], of: analysis)
            }
        }
        return isOpen
    }

    private func tellsWhere(_ sentence: Sentence, of analysis: Analysis) -> Bool {
        let place = analysis.utf8Range(of: sentence.tokens)
        guard hasPlace(in: place), !isFurniture(place) else { return false }
        return sentence.tokens.contains {
            lexicon.stays.hasPhrase(beginningWith: analysis.text(of: $0).lowercased())
        }
    }

    private func hasPlace(in place: Range<Int>) -> Bool {
        var index = SentenceView.firstMention(endingAfter: place.lowerBound, mentions)
        while index < mentions.count, mentions[index].utf8Range.lowerBound < place.upperBound {
            if usable[index] { return true }
            index += 1
        }
        return false
    }

    /// Whether a sentence may state a movement.
    private func opens(_ sentence: Sentence, of analysis: Analysis) -> Bool {
        let place = analysis.utf8Range(of: sentence.tokens)
        let hasPlace = hasPlace(in: place)
        // "They left for the country on Monday": the place may stand in the sentence before.
        if !hasPlace {
            let before = SentenceView.firstMention(endingAfter: place.lowerBound, mentions) - 1
            guard before >= 0, place.lowerBound - mentions[before].utf8Range.upperBound < 400 else {
                return false
            }
        }
        if isFurniture(place) { return false }
        var hasPointer = hasPlace
        var hasMotion = false
        for token in sentence.tokens {
            let lower = analysis.text(of: token).lowercased()
            if !hasMotion {
                hasMotion =
                    lexicon.verbs.hasPhrase(beginningWith: lower)
                    || lexicon.nouns.hasPhrase(beginningWith: lower)
                    || lexicon.links.hasPhrase(beginningWith: lower)
                    || lexicon.small.has(lower, .stroke)
                    || (hasPlace && lexicon.prepositions.match([lower], at: 0)?.value == .origin)
            }
            if !hasPointer, let kind = lexicon.anaphors[lower] {
                hasPointer = kind != .theme && kind != .facility
            }
            if hasMotion && hasPointer { return true }
        }
        return false
    }

    private func isFurniture(_ place: Range<Int>) -> Bool { furniture.containsOverlap(with: place) }
}
