internal import Documents
internal import Gazetteers

/// Makes mentions of the chosen spans: their use, their candidates, what contains what.
struct MentionAssembler {
    let document: Document
    let table: TokenTable
    let lexicon: PlaceLexicon
    let gazetteer: Gazetteer
    /// The rows of brackets that credit reporters.
    let credits: [Range<Int>]
    /// The mentions so far, and the rows of each.
    var mentions: [Mention] = []
    private(set) var rows: [Range<Int>] = []
    /// The places of a name inside a container, by the two names, where the first candidates have none.
    var foundInside: [[String]: [NameMatch]] = [:]

    init(document: Document, table: TokenTable, lexicon: PlaceLexicon, gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        self.document = document
        self.table = table
        self.lexicon = lexicon
        credits = CreditFinder(table: table, phrases: lexicon.credits).rows()
    }

    /// Adds a chosen span, unless it is a person, a set phrase or an organisation without a place in its name.
    mutating func add(_ span: CandidateSpan, hasPlaceInside: Bool) {
        let kind: MentionKind
        switch span.label {
        case .person, .expression, .vessel: return
        case .organisation:
            guard hasPlaceInside else { return }
            kind = .name
        case .place: kind = .name
        case .demonym: kind = .demonym
        }
        var mention = Mention(
            utf8Range: table.utf8Range(span.rows), text: span.text, kind: kind,
            expectedKinds: span.expectedKinds,
            recognitionConfidence: Double(1 / (1 + Self.exponential(-span.score))))
        mention.use = use(of: span)
        if mention.use.isPlaced { mention.candidates = candidates(of: span) }
        if mention.expectedKinds.isEmpty {
            mention.expectedKinds = expectedKinds(beside: span.rows)
        }
        mention.hasArticle = table.hasArticle(span.rows)
        mentions.append(mention)
        rows.append(span.rows)
    }

    /// The mentions in the order of the text, with the positions written as figures among them.
    func mentions(with written: [WrittenCoordinate]) -> [Mention] {
        guard !written.isEmpty else { return mentions }
        var all = mentions
        for position in written {
            let text = String(decoding: table.utf8[position.utf8Range], as: UTF8.self)
            all.append(
                Mention(
                    utf8Range: position.utf8Range, text: text, kind: .coordinate,
                    coordinate: position.coordinate))
        }
        return Mention.inTextOrder(all)
    }

    private static func exponential(_ value: Float) -> Float {
        // e^x by repeated squaring; good to a thousandth in -20...20, and the same on every machine.
        let clamped = min(max(value, -20), 20)
        var result = 1 + clamped / 4_096
        for _ in 0..<12 { result *= result }
        return result
    }

    private func candidates(of span: CandidateSpan) -> [NameMatch] {
        switch span.label {
        case .demonym: return span.entry?.demonyms ?? []
        case .place:
            if let entry = span.entry { return entry.places }
            // The place inside the name gives the position: "Manila Cathedral".
            return (span.anchor?.places ?? []).map { match in
                var match = match
                match.quality *= NameMatch.Quality.prefix
                return match
            }
        case .person, .organisation, .expression, .vessel: return []
        }
    }

    private func expectedKinds(beside rows: Range<Int>) -> [PlaceKind] {
        if let type = lexicon.listedType(of: rows, in: table) { return type.kinds }
        if let after = table.next(rows.upperBound - 1),
            let type = lexicon.placeTypes[table.word[after]]?.first(where: { $0.side == .after }),
            !type.kinds.contains(.facility)
        {
            return type.kinds
        }
        guard let before = table.previous(rows.lowerBound) else { return [] }
        if let type = lexicon.placeTypes[table.word[before]]?.first(where: { $0.side == .before }) {
            return type.kinds
        }
        guard table.classes[before].contains(.of), let head = table.previous(before) else {
            return []
        }
        return lexicon.placeTypes[table.word[head]]?.first { $0.side == .of }?.kinds ?? []
    }
}
