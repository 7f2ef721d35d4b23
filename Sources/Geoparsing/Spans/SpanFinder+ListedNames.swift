internal import Gazetteers

extension SpanFinder {
    /// The names of the gazetteer that begin at each word with a capital, at every length.
    mutating func findListedNames(in segment: TextSegment) {
        let firstSpan = spans.count
        defer { weighInnerNames(from: firstSpan) }
        for row in segment.rows where mayOpenName(row, casing: segment.casing) {
            var run = gazetteer.run()
            for last in row..<min(segment.rows.upperBound, row + 9) {
                if last > row, !mayContinueName(last) { break }
                let before = run
                let test = run.append(foldedToken: table.word[last].utf8)
                if test.isName,
                    mayCloseName(last, first: row, casing: segment.casing)
                        || isTypedSmall(row..<(last + 1), casing: segment.casing)
                {
                    addListedName(row..<closing(last, first: row), casing: segment.casing)
                }
                if last + 1 < segment.rows.upperBound, table.isPossessive(last + 1) {
                    findPossessives(from: row, to: last, behind: before, in: segment)
                }
                if !test.beginsName { break }
            }
        }
    }

    /// Whether a name's last word is a type of water or land that the text writes small: "the Suez canal", "the Indian
    /// subcontinent".
    private mutating func isTypedSmall(_ rows: Range<Int>, casing: TextSegment.Casing) -> Bool {
        let (first, last) = (rows.lowerBound, rows.upperBound - 1)
        guard casing == .sentence, rows.count > 1, table.isCapitalWord(first),
            table.shape[last].contains(.letters), !table.isCapitalWord(last),
            !table.shape[first].contains(.opensSentence) || !table.classes[first].contains(.common)
        else { return false }
        return lookup.entry(for: table.text(rows)).places.contains { match in
            switch match.place.kind {
            case .region, .sea, .strait, .canal: match.kind != .demonym
            default: false
            }
        }
    }

    /// Names with a possessive inside or at the end, which is one word with what it stands behind.
    ///
    /// So in "St. John's", "King's Lynn", "the People's Republic of China".
    private mutating func findPossessives(
        from first: Int, to owner: Int, behind start: NameRun, in segment: TextSegment
    ) {
        var run = start
        let joined = table.word[owner] + table.word[owner + 1]
        var test = run.append(foldedToken: joined.utf8)
        // "Athen's" alone is a slip of the pen, "the state's" no name.
        if test.isName, owner > first, table.isCapitalWord(owner),
            table.classes[first].isDisjoint(with: .function)
        {
            addListedName(first..<(owner + 2), casing: segment.casing)
        }
        for last in (owner + 2)..<max(owner + 2, min(segment.rows.upperBound, first + 10)) {
            guard test.beginsName, mayContinueName(last) else { return }
            test = run.append(foldedToken: table.word[last].utf8)
            if test.isName, mayCloseName(last, first: first, casing: segment.casing) {
                addListedName(first..<(last + 1), casing: segment.casing)
            }
        }
    }

    /// A name inside a longer one that is a name in earnest means the longer: "Tamil" in "Tamil Nadu",
    /// "Sudanese" in "South Sudanese".
    private mutating func weighInnerNames(from firstSpan: Int) {
        let longer = spans[firstSpan...].filter {
            $0.rows.count > 1 && ($0.label == .demonym || $0.entry?.isWeak == false)
        }
        guard !longer.isEmpty else { return }
        for index in firstSpan..<spans.count {
            let rows = spans[index].rows
            let isInner = longer.contains { $0.rows.count > rows.count && $0.rows.contains(rows) }
            if isInner {
                let isDemonym = spans[index].label == .demonym
                spans[index].evidence.add(.insideName, isDemonym ? 2 : 1)
            }
        }
    }

    private mutating func addListedName(_ rows: Range<Int>, casing: TextSegment.Casing) {
        let text = table.text(rows)
        let entry = lookup.entry(for: text)
        if opensWithArticle(rows, entry) || endsWithOffice(rows, entry) { return }
        if !entry.places.isEmpty, !isNamedAfterSchool(rows, entry) {
            var evidence = entry.placeEvidence
            evidence.add(.bias)
            addWordEvidence(rows, to: &evidence)
            if entry.isWellKnown, Self.isOrdinary(evidence) { evidence.add(.wellKnown) }
            var kinds: [PlaceKind] = []
            let last = rows.upperBound - 1
            if rows.count > 1, let type = placeType(at: last, side: .after) {
                kinds = type.kinds
                evidence.add(.typeInside)
            }
            if rows.count > 2, kinds.isEmpty, table.classes[rows.lowerBound + 1].contains(.of),
                let type = placeType(at: rows.lowerBound, side: .of), !type.isPartOfName
            {
                // "Port of Mombasa" says what it is.
                kinds = type.kinds
            }
            if rows.count == 1, casing == .sentence, table.shape[last].contains(.upper),
                !entry.hasUpperCaseName
            {
                evidence.add(.upperAlone)
            }
            add(rows, .place, evidence, entry: entry, kinds: kinds)
            listedEnd[rows.lowerBound] = max(listedEnd[rows.lowerBound], rows.upperBound)
        }
        if !entry.demonyms.isEmpty, casing != .lower || entry.places.isEmpty {
            var evidence = entry.demonymEvidence
            evidence.add(.bias)
            add(rows, .demonym, evidence, entry: entry)
        }
    }

    /// Whether an article with the capital of a sentence's start is none of the name's: "The EU", not "The Hague" nor
    /// "The White House".
    private mutating func opensWithArticle(_ rows: Range<Int>, _ entry: NameEntry) -> Bool {
        guard rows.count > 1, table.classes[rows.lowerBound].contains(.definite),
            table.shape[rows.lowerBound].contains(.opensSentence), let best = entry.places.first,
            best.kind != .primary, best.place.kind != .institution
        else { return false }
        let rest = lookup.entry(for: table.text((rows.lowerBound + 1)..<rows.upperBound))
        return rest.places.first?.place.id == best.place.id
    }

    /// Whether a name's "City" belongs to the office behind it, "Dublin City Council", and not to the name as in
    /// "Kansas City Police".
    private func endsWithOffice(_ rows: Range<Int>, _ entry: NameEntry) -> Bool {
        let last = rows.upperBound - 1
        guard rows.count > 1, table.classes[last].contains(.municipal),
            let next = table.next(last),
            table.isCapitalWord(next), !table.classes[next].isDisjoint(with: [.body, .title])
        else { return false }
        return !entry.places.contains { $0.kind == .primary && $0.place.kind == .city }
    }

    /// Whether the name's word is also a common one or a person's.
    private static func isOrdinary(_ evidence: Evidence) -> Bool {
        let features: [Feature] = [.commonWord, .givenName, .surname, .frequentSurname]
        return features.contains { evidence[$0] > 0 }
    }

    /// Whether a name is a school's, which the gazetteer knows only for its airport: "Purdue University".
    private func isNamedAfterSchool(_ rows: Range<Int>, _ entry: NameEntry) -> Bool {
        guard rows.count > 1, table.classes[rows.upperBound - 1].contains(.organisationHead) else {
            return false
        }
        return entry.places.allSatisfy { $0.place.kind == .airport }
    }

    /// What the words of a name say by themselves.
    func addWordEvidence(_ rows: Range<Int>, to evidence: inout Evidence) {
        let words = rows.filter { !table.word[$0].isEmpty }
        guard words.count == 1 else {
            let common = words.allSatisfy {
                !table.classes[$0].isDisjoint(with: [.common, .connector, .function])
            }
            evidence.add(common ? .severalCommonWords : .severalWords)
            // "The 6th", "October 6" are no names, whatever a gazetteer calls so.
            if words.allSatisfy({
                !table.classes[$0].isDisjoint(with: [.function, .calendar])
                    || table.shape[$0].contains(.digits)
            }) {
                evidence.add(.functionWordCase)
            }
            return
        }
        let row = words[0]
        let classes = table.classes[row]
        // "U.S." is not "us": initials are no common word, whatever they spell.
        let isInitials = !table.shape[row].isDisjoint(with: [.upper, .stops])
        if classes.contains(.common), !isInitials { evidence.add(.commonWord) }
        if classes.contains(.givenName) { evidence.add(.givenName) }
        if classes.contains(.frequentSurname) {
            evidence.add(.frequentSurname)
        } else if classes.contains(.surname) {
            evidence.add(.surname)
        }
        if !classes.isDisjoint(with: [.title, .kin]) { evidence.add(.titleWord) }
        if classes.contains(.lookAlike)
            || classes.contains(.upperLookAlike) && table.shape[row].contains(.upper)
        {
            evidence.add(.lookAlike)
        }
        if classes.contains(.calendar) { evidence.add(.calendarWord) }
        // "Central", "Western" alone: towns of the name are rare, the adjective is not.
        if classes.contains(.direction), !isInitials {
            let opensName = table.next(row).map { isNameWord($0) } ?? false
            evidence.add(.functionWordCase, opensName ? 1 : 0.5)
        }
        if !classes.isDisjoint(with: [.function, .preposition, .connector]) {
            let isKnown = isInitials && evidence[.abbreviation] > 0
            evidence.add(.functionWordCase, isKnown ? 0 : isInitials ? 0.5 : 1)
        }
    }

    private func mayOpenName(_ row: Int, casing: TextSegment.Casing) -> Bool {
        let shape = table.shape[row]
        guard shape.contains(.letters), !isCurrency(row) else { return false }
        if table.isPossessive(row) { return false }
        if casing == .lower {
            return table.classes[row].isDisjoint(with: [.function, .preposition, .calendar])
        }
        if shape.contains(.capital) { return true }
        if isSmallTag(row) { return true }
        // "al-Hasakah", "d'Ivoire": a small particle glued to what follows.
        return table.classes[row].contains(.connector) && table.isGlued(row + 1)
            && row + 2 < table.count && table.isGlued(row + 2) && table.isCapitalWord(row + 2)
    }

    /// Whether a row is the unit of a sum: "US$ 5m", "$US 5m".
    private func isCurrency(_ row: Int) -> Bool {
        table.shape[row].contains(.currency)
            || row > 0 && table.isGlued(row) && table.shape[row - 1].contains(.currency)
            || row + 1 < table.count && table.isGlued(row + 1)
                && table.shape[row + 1].contains(.currency)
    }

    private mutating func mayContinueName(_ row: Int) -> Bool {
        if table.isPossessive(row) { return table.next(row).map(table.isCapitalWord) ?? false }
        guard table.shape[row].contains(.mark) else { return true }
        if table.isMark(row, UInt8(ascii: "-")) {
            return table.isGlued(row) && table.isGlued(row + 1)
        }
        if table.isMark(row, UInt8(ascii: "&")) { return true }
        if table.isMark(row, UInt8(ascii: "(")) { return opensAddition(row) }
        // "St. Louis": a stop belongs to a short word before it.
        return table.isMark(row, UInt8(ascii: ".")) && table.isGlued(row)
            && table.end[row - 1] - table.start[row - 1] <= 3
            && table.classes[row - 1].isDisjoint(with: .function)
    }

    /// Whether a bracket at a row holds one word that tells a name from its likes, and is no country or division:
    /// "Frankfurt (Oder)", not "Paris (Texas)".
    private mutating func opensAddition(_ row: Int) -> Bool {
        guard row + 2 < table.count, table.isCapitalWord(row + 1),
            table.isMark(row + 2, UInt8(ascii: ")"))
        else { return false }
        let places = lookup.entry(for: table.text((row + 1)..<(row + 2))).places
        return !places.contains { $0.place.kind.isAdministrative }
    }

    /// The row behind a name that ends with a word, and with the bracket around that.
    private func closing(_ last: Int, first: Int) -> Int {
        if table.hasOwnStop(first..<(last + 1)) { return last + 2 }
        return last > first + 1 && table.isMark(last - 1, UInt8(ascii: "("))
            && table.isMark(last + 1, UInt8(ascii: ")")) ? last + 2 : last + 1
    }

    private mutating func mayCloseName(
        _ row: Int, first: Int, casing: TextSegment.Casing
    ) -> Bool {
        if table.shape[row].contains(.mark) || table.isPossessive(row) { return false }
        if casing == .lower {
            return row > first || table.classes[row].isDisjoint(with: [.common])
                || isWhere(first..<(row + 1))
                    && lookup.entry(for: table.text(first..<(row + 1))).isWellKnown
        }
        return table.shape[row].contains(.capital) || table.shape[row].contains(.digits)
            || (row == first && isSmallTag(row))
    }

    /// "#serbia": tags are often written without capitals.
    private func isSmallTag(_ row: Int) -> Bool {
        table.isGlued(row) && table.isMark(row - 1, UInt8(ascii: "#"))
            && table.classes[row].isDisjoint(with: [.common, .function, .preposition, .calendar])
    }
}
