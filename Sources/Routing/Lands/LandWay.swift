internal import Geodesy

/// A shortest line over land.
struct LandWay: Sendable {
    /// Its turning points, ends included.
    var positions: [UnitVector]
    /// The bridges and tunnels it uses, in order.
    var crossings: [String]
}
