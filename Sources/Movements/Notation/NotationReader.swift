internal import Gazetteers
internal import Geoparsing
internal import Language

/// Reads routes that are written down rather than told: arrows, labels, codes, tables.
///
/// It goes by lines, has its marks and labels from `notation.tsv`, and takes linear time.
struct NotationReader {
    let words: NotationWords
    /// Nouns that measure: behind a number they say that a line is about goods.
    let units: Set<String>
    let mentions: [Mention]
    /// The place of each mention; nil for what is none.
    let nodes: [Int?]
    /// Where mentions are that only `codes(in:)` has seen: they are airports or nothing.
    var seenCodes: Set<Range<Int>> = []

    /// The routes of a text, in its order.
    func routes(in utf8: [UInt8]) -> [NotationRoute] {
        let isUsable = mentions.indices.map {
            nodes[$0] != nil && mentions[$0].kind != .demonym
                && (!seenCodes.contains(mentions[$0].utf8Range) || isKind(.airport, $0))
        }
        guard isUsable.contains(true) else { return [] }
        let lexer = NotationLexer(
            words: words, utf8: utf8, mentions: mentions, isUsable: isUsable)
        var routes: [NotationRoute] = []
        var record = NotationRecord()
        var table: NotationTable?
        var mention = 0
        for range in Self.lines(of: utf8) {
            let line = lexer.line(range, from: &mention)
            if line.items.isEmpty {
                table = nil
                if record.isComplete { flush(&record, to: &routes) }
                continue
            }
            if let known = table {
                if known.covers(line) {
                    routes += self.routes(ofRow: line, in: known)
                    continue
                }
                table = nil
            }
            if let found = NotationTable(header: line) {
                flush(&record, to: &routes)
                table = found
                continue
            }
            if line.hasPlace { routes += chains(in: line) }
            read(line, into: &record, &routes)
        }
        flush(&record, to: &routes)
        return routes.filter { isPossible($0) }
    }

    /// The lines of a text, without their ends.
    static func lines(of utf8: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in utf8.enumerated() where byte == 0x0A || byte == 0x0D {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<utf8.count)
        return lines
    }

    /// Whether its ends are two places, neither in the other.
    private func isPossible(_ route: NotationRoute) -> Bool {
        guard let origin = route.origin, let destination = route.destination else { return true }
        return nodes[origin] != nodes[destination] && mentions[origin].container != destination
            && mentions[destination].container != origin
    }

    // MARK: Places

    /// Whether a mention may be a place of a kind.
    func isKind(_ kind: PlaceKind, _ mention: Int) -> Bool {
        mentions[mention].candidates.contains { $0.place.kind == kind }
    }

    /// Whether a mention is a point, not a country or a sea; a name without an entry may be one.
    func isPoint(_ mention: Int) -> Bool {
        mentions[mention].candidates.first?.place.kind.isPoint ?? true
    }

    /// Whether a mention is the code of an airport: KBP, UKBB.
    func isAirportCode(_ mention: Int) -> Bool {
        let text = mentions[mention].text.utf8
        return (3...4).contains(text.count) && text.allSatisfy { (0x41...0x5A).contains($0) }
            && isKind(.airport, mention)
    }

    /// The mode that ports or airports at all ends mean.
    func mode(between ends: [Int]) -> TransportMode? {
        if ends.allSatisfy(isAirportCode) { return .air }
        if ends.allSatisfy({ isKind(.port, $0) }) { return .sea }
        return ends.allSatisfy { mentions[$0].candidates.first?.place.kind == .airport }
            ? .air : nil
    }
}
