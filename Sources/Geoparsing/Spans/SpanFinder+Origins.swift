internal import Gazetteers

extension SpanFinder {
    /// Whether a people's name hangs on a small particle, as surnames do: "al-Baghdadi".
    func isSurnameOfOrigin(_ row: Int) -> Bool {
        let start = table.start[row]
        guard start > 2, table.utf8[start - 1] == UInt8(ascii: "-") else { return false }
        let letters = table.utf8[..<(start - 1)].suffix(4).reversed().prefix {
            (0x61...0x7A).contains($0 | 0x20)
        }
        let particle = String(decoding: letters.reversed(), as: UTF8.self)
        return lexicon.classes(of: particle.lowercased()).contains(.connector)
    }

    /// Whether a people's name that is a town's too has the town's place in the sentence: "in Lombard, Illinois", not
    /// "in Lombard dress".
    func isTownOfName(_ span: CandidateSpan) -> Bool {
        guard let best = span.entry?.places.first(where: { $0.kind == .primary })?.place,
            best.kind == .city, let before = table.previous(span.rows.lowerBound),
            let weight = lexicon.weightBefore[table.word[before]], weight >= 1
        else { return false }
        guard let behind = table.next(span.rows.upperBound - 1) else { return true }
        return table.shape[behind].contains(.mark) && !table.isMark(behind, UInt8(ascii: "-"))
            || !table.classes[behind].isDisjoint(with: [
                .preposition, .function, .connector, .auxiliary,
            ])
    }

    /// Whether a row is a person's initials and no state's or country's, as in "JM Barrie" with stops, not "US Samoa".
    func isPersonsInitials(_ row: Int) -> Bool {
        table.isPairOfInitials(row)
            && !gazetteer.matches(for: table.text(row..<(row + 1)), limit: 20).contains {
                $0.kind == .abbreviation || $0.kind == .code && $0.place.kind == .admin1
            }
    }
}
