internal import Geodesy

/// A stretch of a link between two of its points.
struct SeaStretch: Sendable {
    /// The link, by its place in the table.
    var link: Int
    /// The node at the other end.
    var node: Int32
    /// Its length in metres.
    var metres: Double

    /// The stretches that leave each point, by node.
    ///
    /// A link whose source gives a length has it shared out over its stretches.
    static func all(
        of links: [SeaLink], firstNode: Int, points: [UnitVector]
    ) -> [Int32: [SeaStretch]] {
        var stretches: [Int32: [SeaStretch]] = [:]
        var known: [PackedPosition: [(node: Int32, link: Int)]] = [:]
        var first = 0
        for (number, link) in links.enumerated() {
            let own = Array(points[first..<(first + link.line.count)])
            let drawn = zip(own, own.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
            let scale = link.kilometres.map { $0 * 1_000 / max(drawn, 1) } ?? 1
            for index in 0..<(own.count - 1) {
                let one = Int32(firstNode + first + index)
                let metres = own[index].metres(to: own[index + 1]) * max(scale, 1)
                stretches[one, default: []].append(
                    SeaStretch(link: number, node: one + 1, metres: metres))
                stretches[one + 1, default: []].append(
                    SeaStretch(link: number, node: one, metres: metres))
            }
            for (index, position) in link.line.enumerated() {
                // Where two links meet, one goes over into the other.
                let node = Int32(firstNode + first + index)
                for other in known[position] ?? [] where other.link != number {
                    stretches[node, default: []].append(
                        SeaStretch(link: other.link, node: other.node, metres: 0))
                    stretches[other.node, default: []].append(
                        SeaStretch(link: number, node: node, metres: 0))
                }
                known[position, default: []].append((node, number))
            }
            first += link.line.count
        }
        return stretches
    }
}
