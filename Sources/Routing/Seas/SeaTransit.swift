internal import Foundation
internal import Geodesy

/// A way to pass a water: where a course comes to it, and where it goes on from there.
struct SeaTransit: Sendable {
    /// Where the course before it ends.
    var before: UnitVector
    /// Where the course after it begins: the same position, or one just across a gate.
    var after: UnitVector
    /// The gate, which neither of the two courses may cross; none for what is only to be touched.
    var gate: [SeaArc]
}

extension SeaGraph {
    /// The ways to pass a water; none when it is not known.
    ///
    /// A gate is crossed from one side to the other: who sails from New York to San Francisco by Cape
    /// Horn does not come by Panama, touch it and turn back.
    func transits(of water: NamedWaters) -> [SeaTransit] {
        guard case .passage(let name) = water else { return touches(of: water) }
        let crossings = gates(named: name).flatMap { gate in
            gate.arcs.flatMap { arc in
                openings(of: arc).flatMap { sides(of: $0, on: arc, gate: gate.arcs) }
            }
        }
        return crossings
            + linkPoints(named: name).map {
                SeaTransit(before: $0, after: $0, gate: [])
            }
    }

    /// The ways to come to a water without having to get through: for one that is no way from end to end.
    func touches(of water: NamedWaters) -> [SeaTransit] {
        gatePoints(of: water).map { SeaTransit(before: $0, after: $0, gate: []) }
    }

    /// The gates that a course crosses between the end of one course and the start of the next.
    func gates(from one: SeaCourse, to next: SeaCourse) -> [SeaGate] {
        let (start, end) = (one.end.position, next.start.position)
        guard start != end else { return [] }
        return zip(gates, gateArcs).filter { _, arcs in
            arcs.contains { UnitVector.arcsCross(start, end, $0.start, $0.end) }
        }.map(\.0)
    }

    /// How far off a gate the courses before and after it end and begin, in metres.
    private static let offGate = 300.0

    /// The two ways across a gate at a position on it.
    private func sides(
        of position: UnitVector, on arc: SeaArc, gate: [SeaArc]
    ) -> [SeaTransit] {
        let normal = arc.start.cross(arc.end)
        let length = normal.dot(normal).squareRoot()
        guard length > 0 else { return [] }
        let step = Self.offGate / UnitVector.parametricRadius / length
        let sides = [step, -step].map { step in
            UnitVector(
                normalising: position.x + normal.x * step, position.y + normal.y * step,
                position.z + normal.z * step)
        }
        guard !sides.contains(where: shores.isLand) else { return [] }
        return [
            SeaTransit(before: sides[0], after: sides[1], gate: gate),
            SeaTransit(before: sides[1], after: sides[0], gate: gate),
        ]
    }
}
