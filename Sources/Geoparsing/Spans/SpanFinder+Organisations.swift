extension SpanFinder {
    /// Names of organisations with a place inside: "University of Texas at Austin", "Bank of England".
    mutating func findOrganisations(in segment: TextSegment) {
        guard segment.casing != .lower else { return }
        for row in segment.rows where table.isCapitalWord(row) {
            let classes = table.classes[row]
            if classes.contains(.organisationOf) { findOpened(by: row, in: segment) }
            if !classes.isDisjoint(with: [.organisationHead, .firm, .team]) {
                findClosed(by: row, in: segment)
            }
        }
    }

    /// "University of X", "University of X at Y".
    private mutating func findOpened(by head: Int, in segment: TextSegment) {
        guard var of = table.next(head) else { return }
        // "Corp. of America".
        if table.isMark(of, UInt8(ascii: ".")), table.isGlued(of), let next = table.next(of) {
            of = next
        }
        guard table.classes[of].contains(.of) else { return }
        var row = of + 1
        if row < segment.rows.upperBound, table.classes[row].contains(.definite) { row += 1 }
        guard row < segment.rows.upperBound, isNameWord(row) else { return }
        var last = row
        while let next = table.next(last) {
            if isNameWord(next) || table.isMark(next, UInt8(ascii: "-")) && table.isGlued(next) {
                last = next
            } else if !table.classes[next].isDisjoint(with: [.place, .of, .and]),
                let beyond = table.next(next),
                isNameWord(beyond), !table.classes[next].contains(.and) || head + 6 > beyond,
                !table.classes[next].contains(.place)
                    || table.classes[head].contains(.organisationHead)
            {
                last = beyond
            } else {
                break
            }
        }
        // "London School of Economics": the name before belongs to it.
        var first = head
        while first > segment.rows.lowerBound, head - first < 3, isNameWord(first - 1),
            listedEnd[first - 1] > first - 1 || first < head
        {
            first -= 1
        }
        if first < head, table.classes[head].contains(.organisationHead) {
            addOrganisation(first..<(last + 1), .organisationOf)
        }
        addOrganisation(head..<(last + 1), .organisationOf)
    }

    /// "X University", "X Times", "X United".
    private mutating func findClosed(by head: Int, in segment: TextSegment) {
        let classes = table.classes[head]
        let feature: Feature =
            classes.contains(.team)
            ? .organisationTeam
            : classes.contains(.paper)
                ? .organisationPaper
                : classes.contains(.organisationHead) ? .organisationHead : .organisationFirm
        var first = head
        while first > segment.rows.lowerBound, head - first < 4, isNameWord(first - 1) {
            first -= 1
        }
        if first < head { addOrganisation(first..<(head + 1), feature) }
    }

    private mutating func addOrganisation(_ rows: Range<Int>, _ feature: Feature) {
        var evidence = Evidence()
        evidence.add(.organisationBias)
        evidence.add(feature)
        if listedEnd[rows.lowerBound] == rows.upperBound { evidence.add(.organisationListedName) }
        add(rows, .organisation, evidence)
    }
}
