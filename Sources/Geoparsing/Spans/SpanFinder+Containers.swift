internal import Gazetteers

extension SpanFinder {
    /// "Athens, Texas", "Fresno, CA", "Larnaca in Cyprus": a name and the country or division behind it
    /// speak for one another when the gazetteer has the one in the other.
    mutating func addContainers() {
        var outer: [Int: [Int]] = [:]
        for (index, span) in spans.enumerated() where span.label == .place && span.entry != nil {
            outer[span.rows.lowerBound, default: []].append(index)
        }
        // What holds the name that begins at a row.
        var held: [Int: [Place]] = [:]
        for index in spans.indices where spans[index].label == .place {
            guard let start = containerStart(after: spans[index].rows), let others = outer[start]
            else { continue }
            let end = spans[index].rows.upperBound
            let isListed = table.isMark(end, UInt8(ascii: ","))
            let isBracketed = table.isMark(end, UInt8(ascii: "("))
            for other in others {
                let containers = (spans[other].entry?.places ?? []).filter {
                    $0.place.kind.isAdministrative && (start > end || $0.kind == .code)
                }
                guard !containers.isEmpty,
                    !isBracketed || table.isMark(spans[other].rows.upperBound, UInt8(ascii: ")"))
                else { continue }
                guard let places = spans[index].entry?.places, !places.isEmpty else {
                    if isListed, spans[other].entry?.isWeak == false { strengthen(index, 0.7) }
                    continue
                }
                let fits = places.contains { inner in
                    containers.contains { inner.place.lies(in: $0.place) }
                }
                if fits {
                    strengthen(index, 1)
                    // A code alone says little, behind a place of its division it says all: "Fresno, CA".
                    let value: Float = spans[other].entry?.isWeak == true ? 2 : 1
                    spans[other].evidence.add(.containerBefore, value)
                    spans[other].contextScore += weights[.containerBefore] * value
                    held[spans[index].rows.lowerBound, default: []] += containers.map(\.place)
                }
            }
        }
        if !held.isEmpty { holdLists(by: held) }
    }

    /// "Clinton and Camanche in Iowa": what holds the last of a list speaks for the others too.
    private mutating func holdLists(by held: [Int: [Place]]) {
        var held = held
        let order = spans.indices.sorted { spans[$0].rows.lowerBound > spans[$1].rows.lowerBound }
        for index in order where spans[index].label == .place {
            guard let places = spans[index].entry?.places, !places.isEmpty,
                let start = listedStart(behind: spans[index].rows), let containers = held[start]
            else { continue }
            let holders = containers.filter { outer in
                places.contains { $0.place.lies(in: outer) }
            }
            guard !holders.isEmpty else { continue }
            strengthen(index, 0.6)
            let first = spans[index].rows.lowerBound
            let known = held[first] ?? []
            // Several spans may begin at a row, and a list be long: each holder counts once.
            held[first] =
                known + holders.filter { holder in !known.contains { $0.id == holder.id } }
        }
    }

    /// The row at which the next name of a list begins behind a name; nil where no list goes on.
    private func listedStart(behind rows: Range<Int>) -> Int? {
        guard var join = table.next(rows.upperBound - 1) else { return nil }
        if table.isMark(join, UInt8(ascii: ",")) {
            guard let other = table.next(join) else { return nil }
            guard table.classes[other].contains(.join) else { return other }
            join = other
        }
        return table.classes[join].contains(.join) ? table.next(join) : nil
    }

    /// The row behind a name at which what contains it would begin: after a comma, or after "in" with a
    /// direction or without ("in northern Lebanon").
    private func containerStart(after rows: Range<Int>) -> Int? {
        let end = rows.upperBound
        guard end + 1 < table.count, table.segment[end + 1] == table.segment[end - 1] else {
            return nil
        }
        if table.isMark(end, UInt8(ascii: ",")) {
            // "Austin, in Scott County".
            if table.classes[end + 1].contains(.inside), table.next(end + 1) != nil {
                return end + 2
            }
            return apposition(from: end + 1) ?? end + 1
        }
        // "Athens (Georgia)".
        if table.isMark(end, UInt8(ascii: "(")) { return end + 1 }
        // "Austin TX".
        if table.isStateCode(end) { return end }
        guard table.classes[end].contains(.inside) else { return nil }
        let isDirected =
            table.classes[end + 1].contains(.direction) && !table.isCapitalWord(end + 1)
        return isDirected ? end + 2 : end + 1
    }

    /// The row at which the container begins that an apposition names: "a port city in northern Iran", "the
    /// capital of Libya"; nil where the words from a row on are no apposition.
    private func apposition(from first: Int) -> Int? {
        guard table.classes[first].contains(.article) else { return nil }
        var hasType = false
        for row in (first + 1)..<min(first + 7, table.count)
        where table.segment[row] == table.segment[first] {
            let word = table.word[row]
            if !table.classes[row].isDisjoint(with: [.inside, .of]) {
                guard hasType, row + 1 < table.count else { return nil }
                let skips =
                    table.classes[row + 1].contains(.direction)
                    || table.classes[row + 1].contains(.definite)
                return skips && !table.isCapitalWord(row + 1) ? row + 2 : row + 1
            }
            if table.isCapitalWord(row) || table.shape[row].contains(.mark), word != "-" {
                guard table.isMark(row, UInt8(ascii: "-")) else { return nil }
            }
            hasType = hasType || lexicon.placeTypes[word] != nil
        }
        return nil
    }

    private mutating func strengthen(_ index: Int, _ value: Float) {
        guard spans[index].evidence[.containerAfter] < value else { return }
        spans[index].evidence.add(.containerAfter, value)
        spans[index].contextScore += weights[.containerAfter] * value
    }
}
