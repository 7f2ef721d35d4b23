extension BoundingBox {
    /// The smallest box around positions; nil when there are none.
    ///
    /// Longitudes lie on a circle: the box leaves out their widest gap, so positions around 180 degrees
    /// get a narrow box that crosses the antimeridian. Of equal gaps the one at the antimeridian goes.
    public init?(enclosing positions: some Sequence<Coordinate>) {
        var extent = Extent()
        for position in positions { extent.add(position) }
        guard let box = extent.box else { return nil }
        self = box
    }
}
