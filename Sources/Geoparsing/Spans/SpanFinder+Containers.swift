internal import Gazetteers

extension SpanFinder {
    /// "Athens, Texas", "Fresno, CA": a name before a comma and the country or division behind it
    /// speak for one another when the gazetteer has the one in the other.
    mutating func addContainers() {
        var outer: [Int: [Int]] = [:]
        for (index, span) in spans.enumerated() where span.label == .place && span.entry != nil {
            outer[span.rows.lowerBound, default: []].append(index)
        }
        for index in spans.indices where spans[index].label == .place {
            let end = spans[index].rows.upperBound
            guard end < table.count, table.isMark(end, UInt8(ascii: ",")),
                table.segment[end] == table.segment[end - 1],
                let others = outer[end + 1], table.segment[end + 1] == table.segment[end]
            else { continue }
            for other in others {
                let containers = (spans[other].entry?.places ?? []).filter {
                    $0.place.kind.isAdministrative
                }
                guard !containers.isEmpty else { continue }
                guard let places = spans[index].entry?.places, !places.isEmpty else {
                    if spans[other].entry?.isWeak == false { strengthen(index, 0.7) }
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

    private mutating func strengthen(_ index: Int, _ value: Float) {
        guard spans[index].evidence[.containerAfter] < value else { return }
        spans[index].evidence.add(.containerAfter, value)
        spans[index].contextScore += weights[.containerAfter] * value
    }
}
