internal import Geodesy

extension ShoreIndex {
    /// Whether no shore lies across the arc between two positions.
    ///
    /// The edges that meet at the corners `from` and `to` (or -1) do not count; an arc that only
    /// touches a shore is clear.
    func isClear(
        _ start: UnitVector, _ end: UnitVector, from: Int = -1, to: Int = -1
    ) -> Bool {
        corners.withUnsafeBufferPointer { corners in
            grid.start.withUnsafeBufferPointer { cellStart in
                grid.edges.withUnsafeBufferPointer { cellEdges in
                    next.withUnsafeBufferPointer { next in
                        let normal = start.cross(end)
                        return CubeGrid.walk(from: start, to: end) { cell in
                            for entry in Int(cellStart[cell])..<Int(cellStart[cell + 1]) {
                                let edge = Int(cellEdges[entry])
                                let other = Int(next[edge])
                                if edge == from || edge == to || other == from || other == to {
                                    continue
                                }
                                let (c, d) = (corners[edge], corners[other])
                                let one = normal.dot(c)
                                let two = normal.dot(d)
                                guard (one > 0) != (two > 0) else { continue }
                                let shore = c.cross(d)
                                if (shore.dot(start) > 0) != (shore.dot(end) > 0),
                                    // Not on the far side of the globe.
                                    start.dot(c) + end.dot(d) > 0
                                {
                                    return false
                                }
                            }
                            return true
                        }
                    }
                }
            }
        }
    }

    /// Whether a position lies on land: an odd number of shores lie between it and the open ocean.
    func isLand(_ position: UnitVector) -> Bool {
        !shoresTowardsOcean(from: position).count.isMultiple(of: 2)
    }

    /// The edges that lie between a position and the open ocean.
    func shoresTowardsOcean(from position: UnitVector) -> Set<Int32> {
        var crossed: Set<Int32> = []
        let end = Self.openOcean
        let normal = position.cross(end)
        CubeGrid.walk(from: position, to: end) { cell in
            for entry in Int(grid.start[cell])..<Int(grid.start[cell + 1]) {
                let edge = grid.edges[entry]
                let (c, d) = (corners[Int(edge)], corners[Int(next[Int(edge)])])
                guard (normal.dot(c) > 0) != (normal.dot(d) > 0) else { continue }
                let shore = c.cross(d)
                if (shore.dot(position) > 0) != (shore.dot(end) > 0),
                    position.dot(c) + end.dot(d) > -1.9
                {
                    crossed.insert(edge)
                }
            }
            return true
        }
        return crossed
    }

    /// A position that is water beyond doubt, in the middle of the South Pacific.
    private static let openOcean = UnitVector(
        parametric: Coordinate(latitude: -47.123, longitude: -123.457))
}
