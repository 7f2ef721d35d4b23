/// Finds datelines: the place, date and agency a report was sent from.
///
///     PLACE ("," PART)* ("(" AGENCY ")" | "/" AGENCY "/")? DASH     before the report
///     DASH PLACE ("," PART)* ("(" AGENCY ")")?                      behind it
///
/// PLACE is in capitals, or capitalised with an agency the lexicon knows behind it; a PART is a
/// region, country or date. A headline may stand before, in the same paragraph, if it ends like a
/// sentence and a known agency follows the place.
struct DatelineFinder {
    /// How far into a paragraph, and from its end, a dateline is looked for, in characters.
    private static let reach = (front: 400, back: 80)

    let lexicon: PageLexicon

    /// The ranges of the datelines in a paragraph of running text.
    func datelines(in text: Substring) -> [Range<Substring.Index>] {
        [opening(of: text), closing(of: text)].compactMap { $0 }
    }

    private func opening(of text: Substring) -> Range<Substring.Index>? {
        if let end = match(text, from: text.startIndex, position: .front) {
            return text.startIndex..<end
        }
        // Behind a headline: the sentence that ends nearest before a bracket begins the dateline.
        let front = text.prefix(Self.reach.front)
        var ended = false
        for index in front.indices {
            switch front[index] {
            case ".", "!", "?": ended = true
            case " ", "\n", "”", "\"", "’": break
            case let character:
                if ended, character.isUppercase, text[..<index].last?.isWhitespace ?? false {
                    if let end = match(text, from: index, position: .inside) { return index..<end }
                }
                ended = false
            }
        }
        return nil
    }

    private func closing(of text: Substring) -> Range<Substring.Index>? {
        let back = text.suffix(Self.reach.back)
        guard let dash = back.lastIndex(where: { "—–―-".contains($0) }) else { return nil }
        let start = text[..<dash].lastIndex { !"—–―- ".contains($0) }
        guard let start, ".!?\"”’)".contains(text[start]) else { return nil }
        let place = text.index(after: dash)
        guard match(text, from: place, position: .back) == text.endIndex else { return nil }
        let first = text[text.index(after: start)...].firstIndex { $0 != " " } ?? dash
        return first..<text.endIndex
    }

    private enum Position { case front, inside, back }

    /// Where a dateline that begins at an index ends, if one does.
    private func match(
        _ text: Substring, from start: Substring.Index, position: Position
    ) -> Substring.Index? {
        var cursor = DatelineCursor(text: text, index: start)
        if position == .back { cursor.skipBlanks() }
        let place = cursor.name(words: 5)
        guard !place.isEmpty, !lexicon.agencies.contains(String(place)) else { return nil }
        var parts = 0
        while parts < 3, cursor.skip(",") {
            cursor.skipBlanks()
            guard !cursor.name(words: 4, withFigures: true).isEmpty else { return nil }
            parts += 1
        }
        cursor.skipBlanks()
        let agency = cursor.agency()
        let isKnown = agency.map { lexicon.agencies.contains(String($0)) } ?? false
        let afterAgency = cursor.index
        cursor.skipBlanks()
        let hasDash = cursor.dash(orColon: agency != nil)
        let inCapitals = DatelineCursor.isInCapitals(place)
        let accepted =
            switch position {
            case .front: inCapitals ? hasDash || isKnown : isKnown
            case .inside: inCapitals && isKnown
            case .back: inCapitals || isKnown
            }
        guard accepted else { return nil }
        return hasDash && position != .back ? cursor.index : afterAgency
    }
}
