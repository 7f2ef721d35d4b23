/// The distances of one position from the landmarks, in whole kilometres rounded down.
///
/// Lanes of eight, which every processor has an instruction for; wider vectors are taken apart number by
/// number.
struct LandmarkRow: Sendable, Equatable {
    typealias Lanes = SIMD8<UInt16>

    /// The lanes, in the order of the landmarks.
    var first: Lanes
    var second: Lanes
    var third: Lanes

    /// How many landmarks there are.
    static let count = 3 * Lanes.scalarCount
    /// No way leads to the landmark through the links that are open by default.
    static let unreached = UInt16.max

    /// A row of the same distance everywhere.
    init(repeating distance: UInt16) {
        first = Lanes(repeating: distance)
        second = first
        third = first
    }

    private init(_ first: Lanes, _ second: Lanes, _ third: Lanes) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// A row of the distance from each landmark, by its number.
    @inline(__always)
    init(_ distance: (Int) -> UInt16) {
        self.init(repeating: 0)
        let size = Lanes.scalarCount
        for lane in 0..<size {
            first[lane] = distance(lane)
            second[lane] = distance(size + lane)
            third[lane] = distance(2 * size + lane)
        }
    }

    /// The distance from one landmark.
    subscript(landmark: Int) -> UInt16 {
        let lane = landmark % Lanes.scalarCount
        return switch landmark / Lanes.scalarCount {
        case 0: first[lane]
        case 1: second[lane]
        default: third[lane]
        }
    }

    /// The row of what a function makes of the lanes of two rows.
    @inline(__always)
    static func combine(
        _ one: LandmarkRow, _ two: LandmarkRow, _ make: (Lanes, Lanes) -> Lanes
    ) -> LandmarkRow {
        LandmarkRow(
            make(one.first, two.first), make(one.second, two.second), make(one.third, two.third))
    }

    /// The lesser distances of two rows.
    @inline(__always)
    static func least(_ one: LandmarkRow, _ two: LandmarkRow) -> LandmarkRow {
        combine(one, two, pointwiseMin)
    }

    /// The greater distances of two rows.
    @inline(__always)
    static func greatest(_ one: LandmarkRow, _ two: LandmarkRow) -> LandmarkRow {
        combine(one, two, pointwiseMax)
    }

    /// The distances less those of another row, 0 where that has more.
    @inline(__always)
    func less(_ other: LandmarkRow) -> LandmarkRow {
        Self.combine(self, other) { $0 &- pointwiseMin($0, $1) }
    }

    /// The distances and as many kilometres more.
    func plus(_ kilometres: UInt16) -> LandmarkRow {
        Self.combine(self, self) { lanes, _ in
            lanes
                &+ pointwiseMin(
                    Lanes(repeating: kilometres), Lanes(repeating: Self.unreached) &- lanes)
        }
    }

    /// The greatest distance of all.
    @inline(__always)
    var greatest: UInt16 { pointwiseMax(pointwiseMax(first, second), third).max() }
}
