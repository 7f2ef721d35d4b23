internal import Gazetteers

/// What a document says about its names in other places: a second look with the first in mind.
struct DocumentEvidence {
    /// The last words of the full names of persons.
    private var surnames: Set<String> = []
    /// The first words of the full names of persons.
    private var givenNames: Set<String> = []
    /// The strongest context of each name that was taken for a place.
    private var placeContext: [String: Float] = [:]
    /// How often each name was taken for a place.
    private var placeCount: [String: Int] = [:]
    /// Where the places lie that are beyond doubt.
    private var surroundings = Surroundings()
    /// The names of ships.
    private var vessels: Set<String> = []
    /// The words that are also written small.
    private var smallWords: Set<String> = []

    init(chosen: [CandidateSpan], table: TokenTable) {
        for span in chosen {
            switch span.label {
            case .person:
                let words = span.rows.filter { !table.classes[$0].contains(.nameSuffix) }
                if let first = words.first, let last = words.last, words.count > 1,
                    table.classes[first].contains(.givenName),
                    table.classes[last].contains(.surname),
                    table.classes[last].isDisjoint(with: [.body, .title, .organisationHead])
                {
                    givenNames.insert(table.word[first])
                }
                if let last = words.last, words.count > 1 || span.evidence[.personTitle] > 0 {
                    if table.word[last].utf8.count > 1 { surnames.insert(table.word[last]) }
                }
            case .place:
                placeContext[span.text] = max(placeContext[span.text] ?? 0, span.contextScore)
                placeCount[span.text, default: 0] += 1
                surroundings.add(span)
            case .vessel: vessels.insert(span.text)
            case .demonym, .organisation, .expression: break
            }
        }
        // Who is "in" a Georgia somewhere has not named it after a girl.
        let plain: Float = 2.5
        for (name, context) in placeContext where context >= plain {
            givenNames.remove(NameFolding.fold(name))
        }
        for row in 0..<table.count
        where table.shape[row].contains(.letters) && !table.shape[row].contains(.capital) {
            smallWords.insert(table.word[row])
        }
    }

    /// Adds what is known from elsewhere to the spans, and persons called by their surname alone.
    func revise(_ finder: inout SpanFinder) {
        for index in finder.spans.indices {
            let span = finder.spans[index]
            let last = finder.table.word[span.rows.upperBound - 1]
            if span.label == .demonym {
                // "French said": a man whom the text has called Steve French.
                if surnames.contains(last) { finder.spans[index].evidence.add(.personElsewhere) }
                // "A Lombard settler", of the town the text is about.
                if placeCount[span.text] != nil { finder.spans[index].evidence.add(.insideName, 2) }
            }
            guard span.label == .place else { continue }
            if span.rows.count == 1, surnames.contains(last) {
                finder.spans[index].evidence.add(.personElsewhere)
            } else if span.rows.count == 1, givenNames.contains(last) {
                // "From Georgia's work": the preposition is not the name's.
                let isOwner = span.evidence[.possessiveAfter] > 0
                finder.spans[index].evidence.add(.personElsewhere, isOwner ? 1.6 : 0.8)
            }
            let isGivenName = span.rows.count == 1 && givenNames.contains(last)
            if !isGivenName, let context = placeContext[span.text] {
                let more = min(max(context - max(span.contextScore, 0), 0), 3)
                finder.spans[index].evidence.add(.placeElsewhere, more)
            }
            finder.spans[index].evidence.add(.placeNear, surroundings.nearness(of: span))
            // Where all words are small, that tells nothing.
            if span.rows.count == 1, smallWords.contains(last),
                finder.table.casing(at: span.rows.lowerBound) != .lower
            {
                finder.spans[index].evidence.add(.lowerElsewhere)
            }
        }
        addSurnames(to: &finder)
        addVessels(to: &finder)
        for index in finder.spans.indices {
            finder.spans[index].score = finder.spans[index].evidence.score(finder.weights)
        }
    }

    /// Ships called by their bare name in other places, as in "Images show Bergen docked at the pier".
    private func addVessels(to finder: inout SpanFinder) {
        guard !vessels.isEmpty else { return }
        for span in finder.spans where span.label == .place && vessels.contains(span.text) {
            if let before = finder.table.previous(span.rows.lowerBound),
                (finder.lexicon.weightBefore[finder.table.word[before]] ?? 0) >= 1
            {
                continue
            }
            finder.addVessel(span.rows)
        }
    }

    /// Persons called by their surname, or by the first of their names, alone.
    private func addSurnames(to finder: inout SpanFinder) {
        guard !surnames.isEmpty || !givenNames.isEmpty else { return }
        for row in 0..<finder.table.count
        where finder.isNameWord(row)
            && (surnames.contains(finder.table.word[row])
                || givenNames.contains(finder.table.word[row]))
        {
            var evidence = Evidence()
            evidence.add(.personBias)
            evidence.add(.personRepeated)
            if let before = finder.table.previous(row),
                (finder.lexicon.weightBefore[finder.table.word[before]] ?? 0) >= 1
            {
                evidence.add(.personLocative)
            }
            if let after = finder.table.next(row),
                (finder.lexicon.weightAfter[finder.table.word[after]] ?? 0) < 0
            {
                evidence.add(.personVerb)
            }
            finder.add(row..<(row + 1), .person, evidence)
        }
    }
}
