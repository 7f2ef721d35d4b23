/// What positions cover, as they come: any number of them in the same little memory.
public struct Extent: Sendable {
    /// The least and the greatest longitude in each tenth of a degree.
    private var cells: [ClosedRange<Double>?]
    private var latitudes: ClosedRange<Double>?

    /// An extent of nothing.
    public init() {
        cells = [ClosedRange<Double>?](repeating: nil, count: Self.cellCount)
    }

    /// Takes a position in; what is not finite is left out.
    public mutating func add(_ position: Coordinate) {
        let (latitude, longitude) = (position.latitude, position.longitude)
        guard latitude.isFinite, abs(longitude) <= 360 else { return }
        latitudes = Self.joined(latitudes, latitude)
        let cell = min(max(Int((longitude + 180) * 10), 0), Self.cellCount - 1)
        cells[cell] = Self.joined(cells[cell], longitude)
    }

    /// The smallest box around the positions; nil when there are none.
    ///
    /// Longitudes lie on a circle: the box leaves out their widest gap of a tenth of a degree or more, of
    /// equal ones that at the antimeridian.
    public var box: BoundingBox? {
        let taken = cells.compactMap(\.self)
        guard let latitudes, let first = taken.first, let last = taken.last else { return nil }
        var widest = first.lowerBound + 360 - last.upperBound
        var (west, east) = (first.lowerBound, last.upperBound)
        for (left, right) in zip(taken, taken.dropFirst()) {
            let gap = right.lowerBound - left.upperBound
            if gap > widest {
                widest = gap
                (west, east) = (right.lowerBound, left.upperBound)
            }
        }
        return BoundingBox(
            west: west, south: latitudes.lowerBound, east: east, north: latitudes.upperBound)
    }

    private static func joined(_ range: ClosedRange<Double>?, _ value: Double) -> ClosedRange<
        Double
    > {
        guard let range else { return value...value }
        return min(range.lowerBound, value)...max(range.upperBound, value)
    }

    private static let cellCount = 3_600
}
