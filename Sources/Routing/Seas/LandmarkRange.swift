/// What the distances of a position, or of several, from the landmarks lie between.
struct LandmarkRange: Sendable {
    /// The least they can be.
    var low: LandmarkRow
    /// The greatest they can be.
    var high: LandmarkRow

    /// Any distances at all.
    static let any = LandmarkRange(
        low: LandmarkRow(repeating: 0), high: LandmarkRow(repeating: LandmarkRow.unreached))

    /// From one row to another.
    init(low: LandmarkRow, high: LandmarkRow) {
        self.low = low
        self.high = high
    }

    /// The distances of a node, which are known.
    @inline(__always)
    init(_ row: LandmarkRow) {
        low = row
        high = row
    }

    /// The distances of a position that sees a node from some metres away.
    init(sees row: LandmarkRow, from metres: Double) {
        // Rows are rounded down.
        let away = UInt16(min(metres / 1_000, 30_000)) + 1
        low = row.less(LandmarkRow(repeating: away))
        high = row.plus(away)
    }

    /// What both ranges allow.
    func narrowed(by other: LandmarkRange) -> LandmarkRange {
        LandmarkRange(low: .greatest(low, other.low), high: .least(high, other.high))
    }

    /// What either range allows.
    func widened(by other: LandmarkRange) -> LandmarkRange {
        LandmarkRange(low: .least(low, other.low), high: .greatest(high, other.high))
    }
}
