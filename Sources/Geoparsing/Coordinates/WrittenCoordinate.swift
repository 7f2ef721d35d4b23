internal import Geodesy

/// A position written in a text as figures.
struct WrittenCoordinate: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes of the text.
    var utf8Range: Range<Int>
    var coordinate: Coordinate
}
