internal import Foundation
internal import Geodesy

/// The nearest point of an edge of the shore to a position.
struct ShorePoint: Sendable {
    /// The ring.
    var ring: Int
    /// The edge it lies on.
    var edge: Int
    /// The point of the shore.
    var point: UnitVector
    /// The squared chord to it, on the unit sphere.
    var squaredChord: Double
}

extension ShoreIndex {
    /// The points of the shores that come within a squared chord, one an edge, nearest first.
    func nearest(to position: UnitVector, within squaredChord: Double) -> [ShorePoint] {
        var points: [ShorePoint] = []
        let chord = squaredChord.squareRoot()
        for stretch in stretches where stretch.comes(within: chord, of: position) {
            for edge in stretch.corners {
                let point = Self.nearestPoint(
                    to: position, from: corners[edge], to: corners[Int(next[edge])])
                let distance = point.squaredChord(to: position)
                guard distance <= squaredChord else { continue }
                points.append(
                    ShorePoint(
                        ring: Int(ring[edge]), edge: edge, point: point, squaredChord: distance))
            }
        }
        return points.sorted { ($0.squaredChord, $0.edge) < ($1.squaredChord, $1.edge) }
    }

    /// The point of a short arc that is nearest to a position; arcs here are a few degrees at most.
    private static func nearestPoint(
        to position: UnitVector, from start: UnitVector, to end: UnitVector
    ) -> UnitVector {
        let (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
        let square = dx * dx + dy * dy + dz * dz
        guard square > 0 else { return start }
        let along =
            ((position.x - start.x) * dx + (position.y - start.y) * dy
                + (position.z - start.z) * dz) / square
        let share = min(1, max(0, along))
        return UnitVector(
            normalising: start.x + share * dx, start.y + share * dy, start.z + share * dz)
    }
}

extension UnitVector {
    /// The square of the straight line through the sphere to another position.
    @inline(__always)
    func squaredChord(to other: UnitVector) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return dx * dx + dy * dy + dz * dz
    }

    /// The squared chord of a length in metres over the sphere.
    static func squaredChord(metres: Double) -> Double {
        let half = sin(min(metres / parametricRadius, .pi) / 2)
        return 4 * half * half
    }
}
