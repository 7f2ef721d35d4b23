internal import Documents
internal import Gazetteers

extension MentionAssembler {
    /// What a span is used for in its sentence.
    func use(of span: CandidateSpan) -> MentionUse {
        let segment = table.segments[table.segment[span.rows.lowerBound]]
        if segment.paragraph == .furniture { return .furniture }
        if credits.contains(where: { $0.contains(span.rows.lowerBound) }) { return .furniture }
        if span.label == .organisation { return .organisation }
        let range = table.utf8Range(span.rows)
        if document.datelines.contains(where: { $0.overlaps(range) }) { return .dateline }
        guard span.label == .place, let best = span.entry?.places.first?.place else {
            return .literal
        }
        if best.kind == .institution { return .institution }
        return isGovernment(span, best: best) ? .government : .literal
    }

    /// Whether a country or capital stands for its government: it governs a verb of saying, wanting
    /// or deciding, or is the second of two that do ("Tehran and Moscow were considering").
    private func isGovernment(_ span: CandidateSpan, best: Place) -> Bool {
        guard best.kind == .country || best.isCapital || span.evidence[.capital] > 0 else {
            return false
        }
        if let before = table.previous(span.rows.lowerBound),
            table.classes[before].contains(.preposition), !table.classes[before].contains(.agent)
        {
            return false
        }
        return governsVerb(after: span.rows.upperBound - 1, hops: 1)
    }

    private func governsVerb(after row: Int, hops: Int) -> Bool {
        var next = table.next(row)
        if let and = next, table.classes[and].contains(.and), hops > 0, let other = table.next(and),
            table.isCapitalWord(other)
        {
            return governsVerb(after: other, hops: hops - 1)
        }
        for _ in 0..<4 {
            guard let row = next else { return false }
            let classes = table.classes[row]
            if classes.contains(.governmentVerb) { return true }
            guard classes.contains(.auxiliary) else { return false }
            next = table.next(row)
        }
        return false
    }
}
