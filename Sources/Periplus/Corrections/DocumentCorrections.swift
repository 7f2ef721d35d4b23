internal import Documents
internal import Formats
internal import Gazetteers
internal import Geoparsing
internal import Movements
internal import Resolving
internal import RouteMaps

/// The decisions that hold for one document, applied to what is read from it.
struct DocumentCorrections {
    let items: [Correction]
    private let offsets: ScalarOffsets
    /// What was decided on mentions, by where they stand.
    private var decided: [Range<Int>: Correction.Deed] = [:]

    /// The decisions on a document; nil where there are none.
    init?(_ corrections: Corrections, on document: Document) {
        guard !corrections.isEmpty else { return nil }
        items = corrections.about(SHA256.hexadecimal(of: Array(document.text.utf8)))
        guard !items.isEmpty else { return nil }
        offsets = ScalarOffsets(document.text)
    }

    /// Puts the places right that names mean.
    mutating func applyPlaces(to stated: inout StatedMovements, of document: Document) {
        addMentions(to: &stated, of: document)
        for index in stated.mentions.indices {
            guard let deed = deed(on: stated.mentions[index]) else { continue }
            let mention = stated.mentions[index]
            decided[mention.utf8Range] = deed
            switch deed {
            case .place(let place):
                stated.mentions[index].use = .literal
                stated.mentions[index].coordinate = nil
                stated.mentions[index].candidates = [
                    NameMatch(
                        place: place, name: mention.text, kind: .primary,
                        quality: NameMatch.Quality.exact)
                ]
            case .noPlace:
                stated.mentions[index].use = .organisation
                stated.mentions[index].candidates = []
            case .rejectRoute, .route: break
            }
        }
    }

    /// Makes the resolver's decisions those of the person; its own candidates stay as runners-up.
    func settle(_ decisions: inout [Decision], on mentions: [Mention]) {
        for (index, mention) in mentions.enumerated() {
            switch decided[mention.utf8Range] {
            case .place:
                guard let match = mention.candidates.first else { continue }
                var score = Score()
                score.add(.analyst, 10)
                decisions[index].choice = .resolved(
                    Candidate(match: match, score: score, confidence: 1), runnersUp: [])
                decisions[index].because = ["decided by hand"]
            case .noPlace:
                decisions[index].choice = .unknown
                decisions[index].because = ["decided by hand: no place"]
            case .rejectRoute, .route, nil: continue
            }
        }
    }

    /// How many code points the text has.
    var scalarCount: Int { offsets.scalarCount }

    /// A stretch of code points in UTF-8 bytes.
    func utf8(_ span: Range<Int>) -> Range<Int> { offsets.utf8Range(ofScalars: span) }

    /// Marks what was decided.
    func mark(_ map: inout RouteMap) {
        for index in map.toponyms.indices
        where decided[map.toponyms[index].mention.utf8Range] != nil {
            map.toponyms[index].isDecided = true
        }
    }

    /// The decision on a mention: one on this place in the text before one on its name, a later one before an earlier.
    private func deed(on mention: Mention) -> Correction.Deed? {
        let range = offsets.scalarRange(ofUTF8: mention.utf8Range)
        let folded = NameFolding.fold(mention.text)
        let fitting = items.filter { item in
            switch item.deed {
            case .place, .noPlace: break
            case .rejectRoute, .route: return false
            }
            if let span = item.span, span != range { return false }
            if item.span == nil, let name = item.name { return NameFolding.fold(name) == folded }
            return true
        }
        func rank(_ item: Correction) -> Int {
            (item.span == nil ? 0 : 2) + (item.document == nil ? 0 : 1)
        }
        guard let best = fitting.map(rank).max() else { return nil }
        return fitting.last { rank($0) == best }?.deed
    }

    /// Words that a person says are a place become a mention, where no mention stands.
    private func addMentions(to stated: inout StatedMovements, of document: Document) {
        var isAdded = false
        for item in items {
            guard case .place = item.deed, let span = item.span, item.document != nil,
                span.upperBound <= offsets.scalarCount
            else { continue }
            let range = offsets.utf8Range(ofScalars: span)
            guard !stated.mentions.contains(where: { $0.utf8Range.overlaps(range) }) else {
                continue
            }
            stated.mentions.append(
                Mention(utf8Range: range, text: String(document.text(at: range))))
            isAdded = true
        }
        if isAdded { stated = stated.inTextOrder() }
    }
}
