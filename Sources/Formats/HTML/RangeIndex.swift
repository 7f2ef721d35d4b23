/// Elements with ranges, found by the stretch they overlap without looking at all of them.
struct RangeIndex<Element> {
    private let elements: [Element]
    private let range: (Element) -> Range<Int>
    private let longest: Int

    /// An index of elements; of equal starts the order is kept.
    init(_ elements: [Element], range: @escaping (Element) -> Range<Int>) {
        self.range = range
        self.elements = elements.enumerated().sorted {
            (range($0.element).lowerBound, $0.offset) < (range($1.element).lowerBound, $1.offset)
        }.map(\.element)
        longest = elements.map { range($0).count }.max() ?? 0
    }

    /// The elements that share something with a stretch, in the order of their starts.
    func overlapping(_ stretch: Range<Int>) -> [Element] {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if range(elements[middle]).lowerBound + longest < stretch.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return elements[low...].prefix { range($0).lowerBound < stretch.upperBound }
            .filter { range($0).overlaps(stretch) }
    }
}
