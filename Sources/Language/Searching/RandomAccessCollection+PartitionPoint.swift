extension RandomAccessCollection where Index == Int {
    /// The first index whose element does not come before something sought; `endIndex` where all do.
    ///
    /// Those that come before stand first, in any order among themselves. Takes log n steps.
    package func partitionPoint(_ comesBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RandomAccessCollection where Index == Int, Element == Range<Int> {
    /// Whether one of some ranges, which are in order and apart from one another, overlaps another range.
    package func containsOverlap(with range: Range<Int>) -> Bool {
        let index = partitionPoint { $0.upperBound <= range.lowerBound }
        return index < endIndex && self[index].overlaps(range)
    }
}
