internal import Geodesy

/// The land a position lies on: the shores that run around it an odd number of times.
///
/// Two positions of the same land are joined over land; an island in a lake is a land of its own.
struct LandMass: Hashable, Sendable {
    /// The rings of the shores, in rising order.
    var rings: [Int32]
}

extension ShoreIndex {
    /// The land a position lies on; nil on the water.
    func landMass(at position: UnitVector) -> LandMass? {
        let crossed = shoresTowardsOcean(from: position)
        guard !crossed.count.isMultiple(of: 2) else { return nil }
        var rings: Set<Int32> = []
        for edge in crossed {
            let ring = ring[Int(edge)]
            if rings.remove(ring) == nil { rings.insert(ring) }
        }
        return LandMass(rings: rings.sorted())
    }
}
