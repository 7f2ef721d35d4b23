extension BoundingBox {
    /// The smallest box around positions; nil when there are none.
    ///
    /// Longitudes lie on a circle: the box leaves out their widest gap, so positions around 180 degrees
    /// get a narrow box that crosses the antimeridian. Of equal gaps the one at the antimeridian goes.
    public init?(enclosing positions: some Sequence<Coordinate>) {
        var south = Double.infinity
        var north = -Double.infinity
        var longitudes: [Double] = []
        for position in positions {
            south = min(south, position.latitude)
            north = max(north, position.latitude)
            longitudes.append(position.longitude)
        }
        longitudes.sort()
        guard let first = longitudes.first, let last = longitudes.last else { return nil }
        var widest = first + 360 - last
        var west = first
        var east = last
        for (left, right) in zip(longitudes, longitudes.dropFirst()) where right - left > widest {
            widest = right - left
            west = right
            east = left
        }
        self.init(west: west, south: south, east: east, north: north)
    }
}
