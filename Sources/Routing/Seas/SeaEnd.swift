internal import Geodesy

/// Where a course may begin or end: on the water itself, or joined to it from a harbour or river port.
struct SeaEnd: Sendable {
    /// The position on the water.
    var position: UnitVector
    /// From the place to that position, in metres.
    var gap: Double
    /// The point of a link that this is; -1 for open water.
    var node: Int32

    /// How far inland an end may lie, in metres: a harbour on a river or in a fjord that the
    /// simplified shore does not show.
    static let farthestGap = 80_000.0
    /// How far from a link an end may lie to be joined to it, in metres.
    static let farthestLink = 30_000.0
}

extension SeaGraph {
    /// The ways to begin or end at a position, the nearest first; none when no water is near.
    ///
    /// One for each water whose shore comes near, and one for the nearest point of a link that is open.
    func ends(at position: UnitVector, isLinkOpen: [Bool]) -> [SeaEnd] {
        var ends: [SeaEnd] = []
        if shores.isLand(position) {
            ends = joinedEnds(at: position)
        } else {
            ends = [SeaEnd(position: position, gap: 0, node: -1)]
        }
        var nearest: (node: Int, metres: Double)?
        for (point, link) in linkOfPoint.enumerated() where isLinkOpen[link] {
            let node = headlandCount + point
            let metres = nodes[node].metres(to: position)
            if metres < nearest?.metres ?? SeaEnd.farthestLink { nearest = (node, metres) }
        }
        if let nearest {
            ends.append(
                SeaEnd(
                    position: nodes[nearest.node], gap: nearest.metres, node: Int32(nearest.node)))
        }
        return ends
    }

    /// Ends on the shores near a position on land, one a water.
    private func joinedEnds(at position: UnitVector) -> [SeaEnd] {
        var waters: Set<Int32> = []
        var tries: [Int32: Int] = [:]
        var ends: [SeaEnd] = []
        let reach = UnitVector.squaredChord(metres: SeaEnd.farthestGap)
        for shore in shores.nearest(to: position, within: reach) {
            let water = ringWater[shore.ring]
            // A shore too rugged to put out from at its nearest point is tried further along.
            guard water >= 0, !waters.contains(water), tries[water, default: 0] < 30 else {
                continue
            }
            tries[water, default: 0] += 1
            guard let afloat = afloat(beyond: shore, from: position)
            else { continue }
            guard seesHeadland(from: afloat, near: shore.edge) else { continue }
            waters.insert(water)
            ends.append(SeaEnd(position: afloat, gap: position.metres(to: afloat), node: -1))
            if ends.count == 3 { break }
        }
        return ends
    }

    /// A position on the water a little beyond a point of the shore, seen from inland.
    ///
    /// Straight on, or square to the shore where straight on is land again.
    private func afloat(beyond shore: ShorePoint, from position: UnitVector) -> UnitVector? {
        let point = shore.point
        let onward = UnitVector(
            x: point.x - position.x, y: point.y - position.y, z: point.z - position.z)
        // Land lies to the left of an edge, where the normal points.
        let edge = shores.corners[shore.edge]
        let left = edge.cross(shores.corners[Int(shores.next[shore.edge])])
        let seaward = UnitVector(x: -left.x, y: -left.y, z: -left.z)
        for direction in [onward, seaward] {
            let length = direction.dot(direction).squareRoot()
            guard length > 1e-9 else { continue }
            for metres in [150.0, 30, 600] {
                let step = metres / UnitVector.parametricRadius / length
                let beyond = UnitVector(
                    normalising: point.x + direction.x * step, point.y + direction.y * step,
                    point.z + direction.z * step)
                if !shores.isLand(beyond) { return beyond }
            }
        }
        return nil
    }

    /// Whether a taut line leads anywhere from a position; headlands along the shore are tried first.
    private func seesHeadland(from position: UnitVector, near edge: Int) -> Bool {
        func isSeen(_ node: Int) -> Bool {
            isTangent(atHeadland: node, to: position)
                && isOpenWater(position, nodes[node], to: nodeCorner[node])
        }
        var (behind, ahead) = (edge, Int(shores.next[edge]))
        for _ in 0..<20 {
            for corner in [behind, ahead] {
                let node = Int(headlandOfCorner[corner])
                if node >= 0, isSeen(node) { return true }
            }
            behind = Int(shores.previous[behind])
            ahead = Int(shores.next[ahead])
        }
        return (0..<headlandCount).contains(where: isSeen)
    }

    /// How far the nearest shore of any water ships can reach is, in metres.
    func distanceToShore(_ position: UnitVector) -> Double {
        shores.nearest(to: position, within: 4)
            .first { ringWater[$0.ring] >= 0 }
            .map { 2 * ($0.squaredChord.squareRoot() / 2) * UnitVector.parametricRadius } ?? 0
    }
}
