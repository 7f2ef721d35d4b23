internal import Geodesy

extension ShoreIndex {
    /// Where two shores cross: a crossing is a crack that courses slip through into the land.
    func crossingShores() -> [UnitVector] {
        var found: [UnitVector] = []
        var pairs: Set<[Int32]> = []
        for cell in 0..<CubeGrid.count {
            let edges = grid.edges[Int(grid.start[cell])..<Int(grid.start[cell + 1])]
            for one in edges {
                for two in edges where one < two {
                    let (a, b) = (corners[Int(one)], corners[Int(next[Int(one)])])
                    let (c, d) = (corners[Int(two)], corners[Int(next[Int(two)])])
                    if next[Int(one)] == two || next[Int(two)] == one { continue }
                    if UnitVector.arcsCross(a, b, c, d), pairs.insert([one, two]).inserted {
                        found.append(a)
                    }
                }
            }
        }
        return found
    }
}
