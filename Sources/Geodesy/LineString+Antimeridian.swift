extension LineString {
    /// The line cut where it crosses the antimeridian (and at a pole), as RFC 7946, 3.1.9 asks.
    ///
    /// The cut lies where the geodesic between two positions crosses, found by bisection to 1e-9
    /// degrees; it ends one part with longitude 180 (or -180) and starts the next with the other sign.
    /// A position on the antimeridian itself takes the sign of the side its part lies on. Densify
    /// first: a cut needs only the two positions around it.
    ///
    /// - Returns: at least one part; each has two positions or more when the line has.
    public func cutAtAntimeridian(on ellipsoid: Ellipsoid) -> [LineString] {
        var cutter = AntimeridianCutter(ellipsoid: ellipsoid)
        for position in coordinates { cutter.append(position) }
        return cutter.finish()
    }
}

/// Collects positions into parts that each stay on one side of the antimeridian.
private struct AntimeridianCutter {
    let ellipsoid: Ellipsoid
    private var parts: [LineString] = []
    private var part: [Coordinate] = []

    init(ellipsoid: Ellipsoid) {
        self.ellipsoid = ellipsoid
    }

    mutating func append(_ position: Coordinate) {
        guard let last = part.last else {
            part.append(position)
            return
        }
        let jump = position.longitude - last.longitude
        if abs(last.latitude) == 90, abs(position.latitude) == 90 {
            // The pole twice: arrival and departure.
            if jump == 0 { return }
            close(startingWith: position)
        } else if abs(position.latitude) == 90 || abs(last.latitude) == 90 {
            appendPole(position, after: last)
        } else if abs(jump) <= 180 {
            part.append(position)
        } else if abs(last.longitude) == 180 {
            // Already on the line: the same meridian under its other name.
            part[part.count - 1].longitude = last.longitude
            let twin = Coordinate(latitude: last.latitude, longitude: -last.longitude)
            if part.count == 1 { part = [twin] } else { close(startingWith: twin) }
            part.append(position)
        } else if abs(position.longitude) == 180 {
            part.append(Coordinate(latitude: position.latitude, longitude: -position.longitude))
        } else {
            let latitude = crossing(from: last, to: position)
            let side = last.longitude > 0 ? 180.0 : -180.0
            part.append(Coordinate(latitude: latitude, longitude: side))
            close(startingWith: Coordinate(latitude: latitude, longitude: -side))
            part.append(position)
        }
    }

    /// A pole has no longitude of its own: it takes that of its neighbour, and the meridian is drawn.
    private mutating func appendPole(_ position: Coordinate, after last: Coordinate) {
        if abs(position.latitude) == 90 {
            part.append(Coordinate(latitude: position.latitude, longitude: last.longitude))
        } else {
            let start = Coordinate(latitude: last.latitude, longitude: position.longitude)
            if part.count == 1 {
                part = [start]
            } else if start != last {
                close(startingWith: start)
            }
            part.append(position)
        }
    }

    private mutating func close(startingWith position: Coordinate) {
        parts.append(LineString(part))
        part = [position]
    }

    /// The latitude, in degrees, at which the geodesic crosses the antimeridian.
    private func crossing(from start: Coordinate, to end: Coordinate) -> Double {
        var low = 0.0
        var high = 1.0
        var latitude = start.latitude
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let position = ellipsoid.position(at: middle, from: start, to: end)
            latitude = position.latitude
            if 180 - abs(position.longitude) < 1e-9 { break }
            if (position.longitude > 0) == (start.longitude > 0) {
                low = middle
            } else {
                high = middle
            }
        }
        return latitude
    }

    mutating func finish() -> [LineString] {
        if part.count > 1 || parts.isEmpty { parts.append(LineString(part)) }
        return parts
    }
}
