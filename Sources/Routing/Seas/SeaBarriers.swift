internal import Geodesy

/// Arcs that no course may cross: shoals, and the bounds of the ice.
///
/// Hundreds of lines are looked along for a course, and most arcs lie about the poles: a line whose great circle
/// stays below them is not held against each.
struct SeaBarriers: Sendable {
    private let arctic: [SeaArc]
    private let antarctic: [SeaArc]
    private let others: [SeaArc]

    /// The sine of the latitude beyond which both ends of the arcs about a pole lie: 59.9 degrees.
    private static let polar = 0.8652

    init(_ arcs: [SeaArc]) {
        func lie(_ arc: SeaArc, _ side: Double) -> Bool {
            min(side * arc.start.z, side * arc.end.z) >= Self.polar
        }
        arctic = arcs.filter { lie($0, 1) }
        antarctic = arcs.filter { lie($0, -1) }
        others = arcs.filter { !lie($0, 1) && !lie($0, -1) }
    }

    /// Whether the arc between two positions crosses one of the arcs.
    func isCrossed(_ start: UnitVector, _ end: UnitVector) -> Bool {
        func crosses(_ arc: SeaArc) -> Bool {
            UnitVector.arcsCross(start, end, arc.start, arc.end)
        }
        if others.contains(where: crosses) { return true }
        let normal = start.cross(end)
        // The greatest latitude of a great circle is the colatitude of its pole.
        guard normal.z * normal.z < normal.dot(normal) * (1 - Self.polar * Self.polar) else {
            return false
        }
        // An arc between two positions of one hemisphere does not leave it.
        if max(start.z, end.z) > 0, arctic.contains(where: crosses) { return true }
        return min(start.z, end.z) < 0 && antarctic.contains(where: crosses)
    }
}
