internal import Gazetteers

extension SpanFinder {
    /// Names that say what they are and have no entry as a whole: "Renfrew County", "Elm Street".
    mutating func findTypedNames(in segment: TextSegment) {
        guard segment.casing != .lower else { return }
        for row in segment.rows.dropFirst() where table.isCapitalWord(row) {
            guard table.classes[row].contains(.placeTypeAfter),
                let type = placeType(at: row, side: .after), type.isPartOfName
            else { continue }
            // "Florida Highway Patrol" is no highway.
            if type.kinds == [.facility], let after = table.next(row),
                isNameWord(after)
                    || table.isCapitalWord(after) && table.classes[after].contains(.title)
            {
                continue
            }
            // The name before: up to three words with capitals, the last perhaps with a possessive:
            // "St. Peter's Basilica".
            var first = row
            if table.isPossessive(row - 1), first - 1 > segment.rows.lowerBound { first -= 1 }
            while first > segment.rows.lowerBound, row - first < 4, isNameWord(first - 1) {
                first -= 1
                addTypedName(first..<(row + 1), type: type)
            }
        }
        for row in segment.rows.dropLast() where table.isCapitalWord(row) {
            guard table.classes[row].contains(.placeTypeBefore),
                let type = placeType(at: row, side: .before), type.isPartOfName,
                isNameWord(row + 1)
            else { continue }
            addTypedName(row..<(row + 2), type: type)
        }
    }

    private mutating func addTypedName(_ rows: Range<Int>, type: PlaceType) {
        // One with an entry of its own has been found as a listed name.
        if listedEnd[rows.lowerBound] == rows.upperBound { return }
        let inner =
            type.side == .after
            ? rows.lowerBound..<(rows.upperBound - 1) : (rows.lowerBound + 1)..<rows.upperBound
        let anchor = lookup.entry(for: table.text(inner))
        var evidence = Evidence()
        evidence.add(.bias)
        evidence.add(.unlisted)
        evidence.add(.typeAfter)
        if type.kinds.contains(.facility) { evidence.add(.facility) }
        if inner.allSatisfy({ table.classes[$0].contains(.common) }) {
            evidence.add(.severalCommonWords)
        }
        var entry: NameEntry?
        if !type.kinds.contains(.facility) {
            // "Renfrew County" may stand in the gazetteer as "Renfrew", a county.
            var fitting = anchor
            fitting.places.removeAll { !type.kinds.contains($0.place.kind) }
            if !fitting.places.isEmpty { entry = fitting }
        }
        // "Hamilton Township", "Guma LGA" are nothing but units of land; a "School District" is a body.
        if type.kinds.contains(.admin2),
            !inner.contains(where: {
                !table.classes[$0].isDisjoint(with: [.common, .body, .direction])
            })
        {
            evidence.add(.typeInside)
        }
        add(
            withStop(rows), .place, evidence, entry: entry,
            anchor: type.inheritsPosition && anchor.placeScore > 1 ? anchor : nil,
            kinds: type.kinds)
    }

    /// The rows with the stop behind them, where the last word is cut short and the sentence goes on: "Elm Ave., Lebanon".
    private func withStop(_ rows: Range<Int>) -> Range<Int> {
        let last = rows.upperBound - 1
        let longest = 4
        guard table.isMark(last + 1, UInt8(ascii: ".")), table.isGlued(last + 1),
            table.end[last] - table.start[last] <= longest, let behind = table.next(last + 1),
            !table.shape[behind].contains(.capital),
            placeType(at: last, side: .after)?.kinds == [.facility]
        else { return rows }
        let cut = lexicon.placeTypes.keys.contains {
            $0 != table.word[last] && $0.hasPrefix(table.word[last])
        }
        return cut ? rows.lowerBound..<(last + 2) : rows
    }

    /// "Alabuga special economic zone": a name, what makes a zone of it, and the word itself.
    mutating func findZones(in segment: TextSegment) {
        for row in segment.rows where table.classes[row].contains(.placeTypeAfter) {
            guard let type = placeType(at: row, side: .after),
                type.kinds.contains(.zone) || type.kinds.contains(.facility)
            else { continue }
            var first = row
            while first > segment.rows.lowerBound,
                table.classes[first - 1].contains(.zoneQualifier)
            {
                first -= 1
            }
            guard first < row, first > segment.rows.lowerBound, isNameWord(first - 1) else {
                continue
            }
            let rows = (first - 1)..<(row + 1)
            let whole = lookup.entry(for: table.text(rows))
            let anchor = lookup.entry(for: table.text((first - 1)..<first))
            var evidence = Evidence()
            evidence.add(.bias)
            evidence.add(.zone)
            evidence.add(.typeAfter)
            var zones = anchor
            zones.places.removeAll { $0.place.kind != .zone }
            let entry = !whole.places.isEmpty ? whole : zones.places.isEmpty ? nil : zones
            add(
                rows, .place, evidence, entry: entry,
                anchor: anchor.places.isEmpty ? nil : anchor, kinds: [.zone])
        }
    }

    /// Capitalised words that the gazetteer does not know, where the words around ask for a place.
    mutating func findUnlistedNames(in segment: TextSegment) {
        guard segment.casing == .sentence else { return }
        var row = segment.rows.lowerBound
        while row < segment.rows.upperBound {
            guard isNameWord(row) else {
                row += 1
                continue
            }
            var last = row
            while last + 1 < segment.rows.upperBound, isNameWord(last + 1), last - row < 3 {
                last += 1
            }
            let rows = row..<(last + 1)
            row = last + 1
            if rows.contains(where: { listedEnd[$0] > $0 }) { continue }
            if rows.allSatisfy({
                !table.classes[$0].isDisjoint(with: [.common, .tongue])
            }) {
                continue
            }
            if rows.contains(where: { table.shape[$0].contains(.upper) }) { continue }
            var evidence = Evidence()
            evidence.add(.bias)
            evidence.add(.unlisted)
            addWordEvidence(rows, to: &evidence)
            add(rows, .place, evidence)
        }
    }

    /// Whether a row is a capitalised word that may be part of a proper name.
    func isNameWord(_ row: Int) -> Bool {
        table.isCapitalWord(row)
            && table.classes[row].isDisjoint(with: [
                .function, .preposition, .calendar, .title,
            ])
    }
}
