extension Polygon {
    /// Whether a position lies inside the outer ring and in no hole; edges are straight in degrees.
    ///
    /// Rings may cross the antimeridian by a step of more than 180 degrees of longitude between two
    /// positions; they do not enclose a pole unless they run along the edge of the map to it.
    public func contains(_ position: Coordinate) -> Bool {
        Self.ring(outer, contains: position)
            && !holes.contains { Self.ring($0, contains: position) }
    }

    private static func ring(_ ring: [Coordinate], contains position: Coordinate) -> Bool {
        guard var previous = ring.last else { return false }
        // Longitude relative to the position, unrolled along the ring; the position's images a whole
        // turn away may be the ones inside.
        var start = position.shortTurn(to: previous)
        var inside = (false, false, false)
        for corner in ring {
            let turn = previous.shortTurn(to: corner)
            if (previous.latitude > position.latitude) != (corner.latitude > position.latitude) {
                let fraction =
                    (position.latitude - previous.latitude) / (corner.latitude - previous.latitude)
                let crossing = start + fraction * turn
                if crossing > -360 { inside.0.toggle() }
                if crossing > 0 { inside.1.toggle() }
                if crossing > 360 { inside.2.toggle() }
            }
            start += turn
            previous = corner
        }
        return inside.0 || inside.1 || inside.2
    }
}
