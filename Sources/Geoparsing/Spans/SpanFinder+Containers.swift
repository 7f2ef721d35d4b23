internal import Gazetteers

extension SpanFinder {
    /// "Athens, Texas", "Fresno, CA", "Larnaca in Cyprus": a name and the country or division behind it
    /// speak for one another when the gazetteer has the one in the other.
    mutating func addContainers() {
        var outer: [Int: [Int]] = [:]
        for (index, span) in spans.enumerated() where span.label == .place && span.entry != nil {
            outer[span.rows.lowerBound, default: []].append(index)
        }
        for index in spans.indices where spans[index].label == .place {
            guard let start = containerStart(after: spans[index].rows), let others = outer[start]
            else { continue }
            let isListed = table.isMark(spans[index].rows.upperBound, UInt8(ascii: ","))
            for other in others {
                let containers = (spans[other].entry?.places ?? []).filter {
                    $0.place.kind.isAdministrative
                }
                guard !containers.isEmpty else { continue }
                guard let places = spans[index].entry?.places, !places.isEmpty else {
                    if isListed, spans[other].entry?.isWeak == false { strengthen(index, 0.7) }
                    continue
                }
                let fits = places.contains { inner in
                    containers.contains { inner.place.lies(in: $0.place) }
                }
                if fits {
                    strengthen(index, 1)
                    spans[other].evidence.add(.containerBefore)
                    spans[other].contextScore += weights[.containerBefore]
                }
            }
        }
    }

    /// The row behind a name at which what contains it would begin: after a comma, or after "in" with a
    /// direction or without ("in northern Lebanon").
    private func containerStart(after rows: Range<Int>) -> Int? {
        let end = rows.upperBound
        guard end + 1 < table.count, table.segment[end + 1] == table.segment[end - 1] else {
            return nil
        }
        if table.isMark(end, UInt8(ascii: ",")) { return end + 1 }
        guard table.word[end] == "in" else { return nil }
        let isDirected =
            table.classes[end + 1].contains(.direction) && !table.isCapitalWord(end + 1)
        return isDirected ? end + 2 : end + 1
    }

    private mutating func strengthen(_ index: Int, _ value: Float) {
        guard spans[index].evidence[.containerAfter] < value else { return }
        spans[index].evidence.add(.containerAfter, value)
        spans[index].contextScore += weights[.containerAfter] * value
    }
}
