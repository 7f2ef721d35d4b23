internal import Gazetteers

extension SpanFinder {
    /// Names of persons, which are no places but look like them: Paris Hilton, President Washington.
    mutating func findPersons(in segment: TextSegment) {
        guard segment.casing != .lower else { return }
        for row in segment.rows where isNameWord(row) {
            let titled = hasTitle(before: row)
            let given = table.classes[row].contains(.givenName)
            guard titled || given else { continue }
            var last = row
            while let next = table.next(last), last - row < 3 {
                // Initials and small particles inside the name: "Joseph R. Biden", "Ursula von der Leyen".
                if isInitial(next) || table.isMark(next, UInt8(ascii: ".")) && isInitial(last) {
                    last = next
                    continue
                }
                if table.classes[next].contains(.connector), !table.isCapitalWord(next),
                    !table.classes[next].contains(.and), !table.classes[next].contains(.of),
                    !table.classes[next].contains(.definite), let beyond = behindParticle(next),
                    isNameWord(beyond)
                {
                    last = beyond
                    addPerson(row..<(last + 1), titled: titled, given: given)
                    continue
                }
                guard isNameWord(next),
                    table.classes[next].isDisjoint(with: [.organisationHead, .firm, .body])
                else { break }
                last = next
                addPerson(row..<(last + 1), titled: titled, given: given)
            }
            if titled { addPerson(row..<(row + 1), titled: true, given: given) }
        }
    }

    private mutating func addPerson(_ rows: Range<Int>, titled: Bool, given: Bool) {
        var evidence = Evidence()
        evidence.add(.personBias)
        if given { evidence.add(.personGiven) }
        if titled { evidence.add(.personTitle) }
        let last = rows.upperBound - 1
        let classes = table.classes[last]
        if rows.count > 1 || titled {
            if classes.contains(.frequentSurname) {
                evidence.add(.personFrequentSurname)
            } else if classes.contains(.surname) {
                evidence.add(.personSurname)
            }
            // "Royal Street" is rather a street than Royal's surname.
            let isStreet = !titled && placeType(at: last, side: .after)?.kinds == [.facility]
            if classes.contains(.common), classes.isDisjoint(with: .surname) || isStreet {
                evidence.add(.personCommonWord)
            }
        }
        if rows.contains(where: { isInitial($0) }) { evidence.add(.personInitial) }
        if rows.count > 2 { evidence.add(.personLong) }
        if listedEnd[rows.lowerBound] == rows.upperBound, rows.count > 1 {
            evidence.add(.personListedName)
        } else if listedEnd[rows.lowerBound] > rows.lowerBound {
            let entry = lookup.entry(for: table.text(rows.lowerBound..<listedEnd[rows.lowerBound]))
            if entry.placeScore > 2 { evidence.add(.personStrongPlace) }
        }
        if let before = table.previous(rows.lowerBound),
            table.classes[before].contains(.preposition), !table.isCapitalWord(before),
            (lexicon.weightBefore[table.word[before]] ?? 0) > 1
        {
            evidence.add(.personLocative)
        }
        if let after = table.next(last) {
            if (lexicon.weightAfter[table.word[after]] ?? 0) < 0 { evidence.add(.personVerb) }
            if table.isMark(after, UInt8(ascii: ",")), let age = table.next(after),
                table.shape[age].contains(.digits), table.end[age] - table.start[age] == 2
            {
                evidence.add(.personAge)
            }
        }
        add(rows, .person, evidence)
    }

    /// The row that a name's small particle leads to, past the hyphen of "al-Assad".
    private func behindParticle(_ row: Int) -> Int? {
        guard let next = table.next(row) else { return nil }
        let isHyphen = table.isMark(next, UInt8(ascii: "-")) && table.isGlued(next)
        return isHyphen ? table.next(next) : next
    }

    private func hasTitle(before row: Int) -> Bool {
        guard var before = table.previous(row) else { return false }
        if table.isMark(before, UInt8(ascii: ".")), let beyond = table.previous(before),
            table.isGlued(before)
        {
            before = beyond
        }
        return table.classes[before].contains(.title)
            && (table.isCapitalWord(before) || !table.classes[before].contains(.common)
                || !table.shape[before].contains(.opensSentence))
    }

    private func isInitial(_ row: Int) -> Bool {
        table.isCapitalWord(row) && table.word[row].utf8.count == 1 && table.word[row] != "i"
    }
}
