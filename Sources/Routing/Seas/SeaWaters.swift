/// Which waters the shores lie on.
enum SeaWaters {
    /// The water of each ring: rings of one number are joined over open water; -1 where no headland is.
    ///
    /// `pairs` are the nodes that see each other, two entries a pair.
    static func ofRings(
        pairs: [Int32], nodeCorner: [Int32], shores: ShoreIndex
    ) -> [Int32] {
        var parent = (0..<Int32(nodeCorner.count)).map { $0 }
        /// The least node joined to one so far; shortens the way there for the next time.
        func root(_ node: Int32) -> Int32 {
            var node = node
            while parent[Int(node)] != node {
                parent[Int(node)] = parent[Int(parent[Int(node)])]
                node = parent[Int(node)]
            }
            return node
        }
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            let one = root(pairs[index])
            let two = root(pairs[index + 1])
            if one != two { parent[Int(max(one, two))] = min(one, two) }
        }
        var water = [Int32](repeating: -1, count: Int(shores.ring.last ?? -1) + 1)
        for (node, corner) in nodeCorner.enumerated() where corner >= 0 {
            water[Int(shores.ring[Int(corner)])] = root(Int32(node))
        }
        return water
    }
}
