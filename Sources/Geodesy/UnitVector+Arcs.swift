extension UnitVector {
    /// Whether two arcs, each the shorter part of its great circle, cross at a point inside both.
    ///
    /// Decided by signs of triple products alone; arcs that only touch do not cross.
    public static func arcsCross(
        _ first: UnitVector, _ second: UnitVector, _ third: UnitVector, _ fourth: UnitVector
    ) -> Bool {
        let one = tripleProduct(first, second, third)
        let two = tripleProduct(first, second, fourth)
        guard one * two < 0 else { return false }
        let three = tripleProduct(third, fourth, first)
        let four = tripleProduct(third, fourth, second)
        // The sign of `one` against `four` tells the crossing from its antipode.
        return three * four < 0 && one * four > 0
    }

    /// The middle of the arc to another vector that is not the antipode.
    public func middle(to other: UnitVector) -> UnitVector {
        let sum = (x + other.x, y + other.y, z + other.z)
        let length = (sum.0 * sum.0 + sum.1 * sum.1 + sum.2 * sum.2).squareRoot()
        guard length > 0 else { return self }
        return UnitVector(x: sum.0 / length, y: sum.1 / length, z: sum.2 / length)
    }
}
