public import Geodesy

extension Place {
    /// Where a picture puts the place: its display point, else the point that stands for it.
    public var displayCoordinate: Coordinate { display ?? coordinate }
}
