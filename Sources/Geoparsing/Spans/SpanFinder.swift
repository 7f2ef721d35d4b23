internal import Documents
internal import Gazetteers
internal import Language

/// Finds the runs of words of a document that may be names, and what speaks for each.
struct SpanFinder {
    let table: TokenTable
    let analysis: Analysis
    let lexicon: PlaceLexicon
    let weights: MentionWeights
    let gazetteer: Gazetteer
    var lookup: NameLookup
    /// The spans found so far.
    var spans: [CandidateSpan] = []
    /// Where each row's longest listed name ends, to see where a neighbour is a name.
    var listedEnd: [Int]
    /// The rows behind names that are places beyond doubt, and the rows such names begin at.
    private(set) var behindStrong: Set<Int> = []
    private(set) var beginsStrong: Set<Int> = []
    /// The rows behind names that the gazetteer has, for more than a chance likeness.
    private(set) var behindListed: Set<Int> = []

    init(
        table: TokenTable, analysis: Analysis, lexicon: PlaceLexicon, weights: MentionWeights,
        gazetteer: Gazetteer
    ) {
        self.table = table
        self.analysis = analysis
        self.lexicon = lexicon
        self.weights = weights
        self.gazetteer = gazetteer
        lookup = NameLookup(gazetteer: gazetteer, weights: weights)
        listedEnd = Array(0..<table.count)
    }

    /// All spans of the document with their evidence, scored but for what the document says elsewhere.
    mutating func findAll() {
        for segment in table.segments where !Task.isCancelled {
            findListedNames(in: segment)
            findTypedNames(in: segment)
            findZones(in: segment)
            findUnlistedNames(in: segment)
            findPersons(in: segment)
            findOrganisations(in: segment)
            findExpressions(in: segment)
            findVessels(in: segment)
        }
        for span in spans where span.label == .place && (span.entry?.placeScore ?? 0) > 2 {
            behindStrong.insert(span.rows.upperBound)
            beginsStrong.insert(span.rows.lowerBound)
        }
        for span in spans where span.label == .place && span.entry?.isWeak == false {
            behindListed.insert(span.rows.upperBound)
        }
        for index in spans.indices where !Task.isCancelled {
            let label = spans[index].label
            if label == .place || label == .demonym { addContext(to: index) }
        }
    }

    /// Weighs the evidence of all spans anew.
    mutating func rescore() {
        for index in spans.indices {
            spans[index].score = spans[index].evidence.score(weights)
        }
    }

    /// The rows at which a listed place begins that is more than a chance likeness.
    var placeRows: Set<Int> {
        Set(
            spans.lazy.filter { $0.label == .place && $0.entry?.isWeak == false }
                .map(\.rows.lowerBound))
    }

    /// Adds a span.
    mutating func add(
        _ rows: Range<Int>, _ label: SpanLabel, _ evidence: Evidence, entry: NameEntry? = nil,
        anchor: NameEntry? = nil, kinds: [PlaceKind] = []
    ) {
        spans.append(
            CandidateSpan(
                rows: rows, label: label, evidence: evidence, text: table.text(rows), entry: entry,
                anchor: anchor, expectedKinds: kinds))
    }

    /// The kinds that a place type at a row asks for on one side; nil when it is no such word.
    func placeType(at row: Int, side: PlaceType.Side) -> PlaceType? {
        lexicon.placeTypes[table.word[row]]?.first { $0.side == side }
    }
}
