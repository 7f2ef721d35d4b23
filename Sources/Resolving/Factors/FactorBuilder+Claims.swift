internal import Foundation
internal import Gazetteers
internal import Movements

extension FactorBuilder {
    /// "Several hundred miles east of Moscow": the subject lies so far, in that direction.
    mutating func addClaims(_ claims: [StatedClaim]) {
        for claim in claims {
            guard let subject = claim.subject, variable.indices.contains(subject),
                variable.indices.contains(claim.reference), let inner = variable[subject],
                let outer = variable[claim.reference], inner != outer
            else { continue }
            let (first, second) = (variables[inner].positions, variables[outer].positions)
            let (far, turned) = (weights[.claimDistance], weights[.claimBearing])
            add(
                Factor(.claim, [inner, outer]) { choice in
                    var score = 0.0
                    if let stated = claim.kilometres {
                        let distance = Sphere.kilometres(first[choice[0]], second[choice[1]])
                        let middle = (stated.lowerBound + stated.upperBound) / 2
                        let spread = max(
                            (stated.upperBound - stated.lowerBound) / 2, middle * 0.2, 15)
                        let off = max(0, abs(distance - middle) - spread) / spread
                        score += far * min(8, off * off)
                    }
                    if let bearing = claim.bearing {
                        let actual = Self.bearing(from: second[choice[1]], to: first[choice[0]])
                        let off = (actual - bearing.degrees) * .pi / 180
                        score += turned * (1 - cos(off))
                    }
                    return score
                })
        }
    }

    /// The initial bearing between two unit vectors, in degrees clockwise from north.
    private static func bearing(from start: SIMD3<Double>, to end: SIMD3<Double>) -> Double {
        // East and north at the start, then the components of the way there.
        let horizontal = (start.x * start.x + start.y * start.y).squareRoot()
        guard horizontal > 1e-12 else { return 180 }
        let east = (start.x * end.y - start.y * end.x) / horizontal
        let along = (start.x * end.x + start.y * end.y) / horizontal
        let north = end.z * horizontal - along * start.z
        return atan2(east, north) * 180 / .pi
    }
}
