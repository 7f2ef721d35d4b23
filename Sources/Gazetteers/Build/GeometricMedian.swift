internal import Geodesy

/// The point from which weighted positions are nearest in the sum: where most of them are.
///
/// E. Weiszfeld, Tohoku Mathematical Journal 43 (1937) 355-386, on chords of the unit sphere. It leaves
/// an outlier where it is, which a mean would follow: the middle of Russia's people is on the Volga.
struct GeometricMedian {
    private var positions: [UnitVector] = []
    private var weights: [Double] = []

    /// Whether no position has been added.
    var isEmpty: Bool { positions.isEmpty }

    mutating func add(_ position: UnitVector, weight: Double) {
        positions.append(position)
        weights.append(weight)
    }

    /// The median, to some 100 m for positions of one country; nil for none or for such that cancel out.
    var point: UnitVector? {
        guard var median = mean(by: weights) else { return nil }
        for _ in 0..<Self.rounds {
            let pulls = zip(positions, weights).map { position, weight in
                let (dx, dy, dz) = (
                    position.x - median.x, position.y - median.y, position.z - median.z
                )
                return weight / ((dx * dx + dy * dy + dz * dz).squareRoot() + Self.softening)
            }
            guard let next = mean(by: pulls) else { return median }
            median = next
        }
        return median
    }

    private static let rounds = 50
    /// Added to distances, so that a position does not hold the median for ever: some 600 m.
    private static let softening = 1e-4

    private func mean(by weights: [Double]) -> UnitVector? {
        var (x, y, z) = (0.0, 0.0, 0.0)
        for (position, weight) in zip(positions, weights) {
            x += weight * position.x
            y += weight * position.y
            z += weight * position.z
        }
        let length = (x * x + y * y + z * z).squareRoot()
        guard length > 0 else { return nil }
        return UnitVector(x: x / length, y: y / length, z: z / length)
    }
}
