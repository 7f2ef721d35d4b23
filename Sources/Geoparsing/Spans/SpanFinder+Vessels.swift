internal import Gazetteers

extension SpanFinder {
    /// Names of ships: "the tanker Bergen", "M/V Krasnodar", "SYNERGY BUSAN (IMO 9418640)", "the Malta-flagged
    /// Toledo", "the Toledo and her crew".
    mutating func findVessels(in segment: TextSegment) {
        guard segment.casing == .sentence else { return }
        var hasSign = false
        for row in segment.rows {
            hasSign = hasSign || table.classes[row].contains(.vesselSign)
            guard table.classes[row].contains(.vesselWord),
                let (end, role) = lexicon.vessels.phrase(at: row, in: table)
            else { continue }
            switch role {
            case .type, .types:
                guard !table.isCapitalWord(row) || table.shape[row].contains(.opensSentence) else {
                    continue
                }
                addVessels(from: end, several: role == .types)
            case .prefix:
                // "Helena, MT" is in Montana.
                guard table.shape[row].contains(.upper) || end > row + 1,
                    !table.isMark(row - 1, UInt8(ascii: ","))
                else { continue }
                addVessels(from: end, several: false)
            case .flag:
                if !table.isCapitalWord(row) { addVessels(from: end, several: false) }
            case .number: addNumbered(before: row, numbered: end)
            case .sign, .named: break
            }
        }
        guard hasSign else { return }
        addShipsWithArticle(in: segment)
        for row in segment.rows where table.classes[row].contains(.vesselWord) {
            guard let (end, role) = lexicon.vessels.phrase(at: row, in: table), role == .named
            else { continue }
            let isArticle = end < table.count && table.classes[end].contains(.definite)
            addVessels(from: isArticle ? end + 1 : end, several: false)
        }
    }

    /// The names that stand from a row on, one or a list of them.
    private mutating func addVessels(from start: Int, several: Bool) {
        var row = start
        // "The tanker named 'Bergen'".
        if row < table.count, table.classes[row].contains(.naming) { row += 1 }
        for _ in 0..<Self.longestList {
            if row < table.count, table.shape[row].contains(.mark), row + 1 < table.count,
                table.isGlued(row + 1), !table.isMark(row, UInt8(ascii: "(")),
                !table.isMark(row, UInt8(ascii: "-"))
            {
                row += 1
            }
            guard let rows = vesselName(from: row), table.segment[row] == table.segment[start - 1]
            else { return }
            addVessel(rows)
            guard several, var join = table.next(rows.upperBound - 1) else { return }
            if table.isMark(join, UInt8(ascii: ",")), let next = table.next(join) { join = next }
            if table.classes[join].contains(.and), let next = table.next(join) { join = next }
            guard join > rows.upperBound else { return }
            row = join
        }
    }

    /// Ships are listed, but not by more than so many.
    private static let longestList = 12

    /// The capitalised words from a row on that may be a ship's name: not a country's, whose the ship is.
    private mutating func vesselName(from row: Int) -> Range<Int>? {
        guard row < table.count, isNameWord(row) else { return nil }
        var last = row
        while let next = table.next(last), last - row < 4 {
            if isNameWord(next) || table.shape[next] == .digits {
                last = next
            } else if table.classes[next].contains(.of), table.classes[row].contains(.common),
                let beyond = table.next(next), isNameWord(beyond)
            {
                // "Spirit of Casper".
                last = beyond
            } else {
                break
            }
        }
        // "The Dover-Calais ferry Dover-Calais" is a line.
        if let dash = table.next(last), table.isMark(dash, UInt8(ascii: "-")) || table.isDash(dash),
            let other = table.next(dash), table.isCapitalWord(other)
        {
            return nil
        }
        let known = lookup.entry(for: table.text(row..<(last + 1)))
        if known.places.isEmpty, !known.demonyms.isEmpty { return nil }
        switch known.places.first?.place.kind {
        case .country, .continent: return nil
        default: return row..<(last + 1)
        }
    }

    /// "SYNERGY BUSAN (IMO 9418640)", "the Toledo, IMO 9074729".
    private mutating func addNumbered(before row: Int, numbered end: Int) {
        guard var mark = table.previous(row), table.shape[mark].contains(.mark),
            hasNumber(from: end)
        else { return }
        if let other = table.previous(mark), table.shape[other].contains(.mark) { mark = other }
        var first = mark
        while let before = table.previous(first), mark - before <= 4,
            isNameWord(before) || table.shape[before] == .digits
        {
            first = before
        }
        while first < mark, !isNameWord(first) { first += 1 }
        if first < mark { addVessel(first..<mark) }
    }

    /// Whether seven digits or more follow within a few words: "IMO number: 9074729".
    private func hasNumber(from row: Int) -> Bool {
        for next in row..<min(row + 4, table.count) where table.shape[next] == .digits {
            return table.end[next] - table.start[next] >= 7
        }
        return false
    }

    /// "The Angara" in a sentence of ships: towns have no article.
    private mutating func addShipsWithArticle(in segment: TextSegment) {
        for index in spans.indices.reversed() {
            let rows = spans[index].rows
            guard rows.lowerBound >= segment.rows.lowerBound else { break }
            guard spans[index].label == .place, let best = spans[index].entry?.places.first,
                best.place.kind == .city, !best.name.hasPrefix("The "),
                table.hasArticle(rows), !opensLongerName(rows), !isWhere(rows)
            else { continue }
            addVessel(rows)
        }
    }

    /// Whether a word for places governs a name: "in Turkey", or with its article "in the Hague".
    func isWhere(_ rows: Range<Int>) -> Bool {
        guard var before = table.previous(rows.lowerBound) else { return false }
        if table.classes[before].contains(.definite), let beyond = table.previous(before) {
            before = beyond
        }
        return (lexicon.weightBefore[table.word[before]] ?? 0) >= 1
    }

    /// Whether a name goes on with further capitals or with "of", or the article is a name's own: "the Hague".
    private func opensLongerName(_ rows: Range<Int>) -> Bool {
        if listedEnd[rows.lowerBound - 1] > rows.lowerBound { return true }
        guard let next = table.next(rows.upperBound - 1) else { return false }
        // "The University of Oslo".
        return table.isCapitalWord(next) || table.classes[next].contains(.of)
    }

    /// Adds a ship, which outweighs any place.
    mutating func addVessel(_ rows: Range<Int>) {
        var evidence = Evidence()
        evidence.add(.expression)
        add(rows, .vessel, evidence)
    }
}
