/// A set of characters of a tokeniser's pattern.
struct ScalarSet: Sendable {
    /// The members below 128, one bit each.
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0
    private var ranges: [ClosedRange<UInt32>] = []
    private var kinds: Set<Kind> = []
    private var isNegated = false

    /// A kind of character too numerous to list.
    enum Kind: Sendable {
        case digit
        case word
        case nonSpace
        case any
    }

    init(_ ranges: [ClosedRange<UInt32>], kinds: Set<Kind> = [], isNegated: Bool = false) {
        self.kinds = kinds
        self.isNegated = isNegated
        var wide: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.upperBound >= 128 {
            if let last = wide.last, range.lowerBound <= last.upperBound &+ 1 {
                wide[wide.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                wide.append(max(range.lowerBound, 128)...range.upperBound)
            }
        }
        self.ranges = wide
        for range in ranges where range.lowerBound < 128 {
            for scalar in range.lowerBound...min(range.upperBound, 127) { insert(scalar) }
        }
        if !kinds.isEmpty {
            for scalar: UInt32 in 0..<128 where isOfKind(scalar) { insert(scalar) }
        }
        if isNegated { (low, high) = (~low, ~high) }
    }

    private mutating func insert(_ scalar: UInt32) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar &- 64) & 1 == 1 }
        return containsWide(scalar)
    }

    /// Whether any character beyond ASCII can be in the set.
    var mayContainWide: Bool { isNegated || !ranges.isEmpty || !kinds.isEmpty }

    /// The only member, where there is one and it is ASCII.
    var onlyMember: UInt32? {
        guard !mayContainWide, low.nonzeroBitCount + high.nonzeroBitCount == 1 else { return nil }
        return UInt32(low == 0 ? 64 + high.trailingZeroBitCount : low.trailingZeroBitCount)
    }

    func containsWide(_ scalar: UInt32) -> Bool {
        var first = 0
        var end = ranges.count
        while first < end {
            let middle = (first + end) / 2
            if ranges[middle].upperBound < scalar { first = middle + 1 } else { end = middle }
        }
        let isListed = first < ranges.count && ranges[first].lowerBound <= scalar
        return (isListed || isOfKind(scalar)) != isNegated
    }

    private func isOfKind(_ scalar: UInt32) -> Bool {
        kinds.contains {
            switch $0 {
            case .digit: ScalarTraits.isDecimal(scalar)
            case .word: ScalarTraits.isWord(scalar)
            case .nonSpace: !ScalarTraits.isSpace(scalar)
            case .any: scalar != 0x0A
            }
        }
    }
}
