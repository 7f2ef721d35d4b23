internal import Geodesy

extension DrawnLine {
    /// How far off a shore "off" is taken to be: 12 nautical miles, the breadth of the territorial sea (UNCLOS,
    /// article 3).
    private static let offing = Distance(nauticalMiles: 12)

    /// Takes away what lies within the offing of an end that a ship only came near; a way that is not three times as
    /// long stays whole.
    mutating func keepOff(start: Bool, end: Bool) {
        guard let whole = drawn, whole.metres >= 3 * Self.offing.metres else { return }
        if end, let last = lines.indices.last,
            let shortened = Self.shortened(lines[last].coordinates)
        {
            lines[last] = LineString(shortened)
            shorten()
            method += "; ends 12 nmi off"
        }
        if start, let first = lines.indices.first,
            let shortened = Self.shortened(lines[first].coordinates.reversed())
        {
            lines[first] = LineString(shortened.reversed())
            shorten()
            method += "; begins 12 nmi off"
        }
    }

    private mutating func shorten() {
        drawn = drawn.map { Distance(metres: $0.metres - Self.offing.metres) }
        sailing = sailing.map { Distance(metres: $0.metres - Self.offing.metres) }
    }

    /// A line without its last stretch, as long as the offing; nil where it has no more than that.
    private static func shortened(_ coordinates: [Coordinate]) -> [Coordinate]? {
        var left = offing.metres
        var kept = coordinates
        while let last = kept.popLast(), let before = kept.last {
            let step = Ellipsoid.wgs84.geodesic(from: last, to: before)
            guard step.distance.metres > left else {
                left -= step.distance.metres
                continue
            }
            kept.append(
                Ellipsoid.wgs84.destination(
                    from: last, bearing: step.initialBearing, distance: Distance(metres: left)))
            return kept
        }
        return nil
    }
}
