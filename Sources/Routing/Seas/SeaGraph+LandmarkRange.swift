internal import Geodesy

extension SeaGraph {
    /// What an end's distances from the landmarks lie between, by nodes that it sees; nil when it sees none.
    func landmarkRange(of end: SeaEnd, _ horizon: Horizon) -> LandmarkRange? {
        if end.node >= 0 { return LandmarkRange(landmarks.rows[Int(end.node)]) }
        // Some near nodes are as good as all: what is left between the bounds is a few kilometres.
        for metres in [20_000.0, 100_000, 1_000_000] {
            var found: LandmarkRange?
            var seen = 0
            for (squaredChord, node) in nodes(around: end, metres, horizon).prefix(48)
            where isOpenWater(end.position, nodes[node], to: nodeCorner[node]) {
                let range = LandmarkRange(
                    sees: landmarks.rows[node],
                    from: UnitVector.metres(squaredChord: squaredChord))
                found = found?.narrowed(by: range) ?? range
                seen += 1
                if seen == 8 { break }
            }
            if let found { return found }
        }
        return nil
    }

    /// The nodes around an end that may be seen from it, the nearest first.
    private func nodes(
        around end: SeaEnd, _ metres: Double, _ horizon: Horizon
    ) -> [(squaredChord: Double, node: Int)] {
        let reach = UnitVector.squaredChord(metres: metres)
        var near: [(squaredChord: Double, node: Int)] = []
        for block in blocks
        where UnitVector.leastMetres(squaredChord: end.position.squaredChord(to: block.middle))
            <= metres + block.radius
        {
            for node in block.nodes where !neighbours.isEmpty(node) {
                let squaredChord = end.position.squaredChord(to: nodes[node])
                if squaredChord <= reach, !horizon.hides(nodes[node]) {
                    near.append((squaredChord, node))
                }
            }
        }
        return near.sorted { ($0.squaredChord, $0.node) < ($1.squaredChord, $1.node) }
    }
}
