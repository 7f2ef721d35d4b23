internal import Geodesy

/// Some corners in a row on a shore, so that what is far from all of them may leave them aside at once.
struct ShoreStretch: Sendable {
    /// The corners.
    var corners: Range<Int>
    /// The middle of a cap of the sphere that holds them and the ends of the edges that start from them.
    var middle: UnitVector
    /// The radius of the cap, as a chord of the unit sphere.
    var radius: Double

    /// Whether any of its edges may come within a chord of a position.
    @inline(__always)
    func comes(within chord: Double, of position: UnitVector) -> Bool {
        position.squaredChord(to: middle) <= (chord + radius) * (chord + radius)
    }

    /// How many corners a stretch has, at most.
    private static let size = 32

    /// The stretches of all shores, whose rings have so many corners each.
    static func all(corners: [UnitVector], next: [Int32], lengths: [Int]) -> [ShoreStretch] {
        var stretches: [ShoreStretch] = []
        var first = 0
        for length in lengths {
            for start in stride(from: first, to: first + length, by: size) {
                let range = start..<min(start + size, first + length)
                let sum = corners[range].reduce((x: 0.0, y: 0.0, z: 0.0)) {
                    ($0.x + $1.x, $0.y + $1.y, $0.z + $1.z)
                }
                let isAnywhere = sum.x * sum.x + sum.y * sum.y + sum.z * sum.z < 1e-6
                let middle =
                    isAnywhere ? corners[start] : UnitVector(normalising: sum.x, sum.y, sum.z)
                var farthest = middle.squaredChord(to: corners[Int(next[range.upperBound - 1])])
                for corner in range {
                    farthest = max(farthest, middle.squaredChord(to: corners[corner]))
                }
                stretches.append(
                    ShoreStretch(corners: range, middle: middle, radius: farthest.squareRoot()))
            }
            first += length
        }
        return stretches
    }
}
