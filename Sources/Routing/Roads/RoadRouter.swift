public import Geodesy

/// What finds ways by road: an engine with road data of its own, which this package does not have.
///
/// Any number of tasks may ask one router at a time.
public protocol RoadRouter: Sendable {
    /// What results call it by: "OSRM at localhost:5000".
    var name: String { get }

    /// The way by road from one position to another.
    ///
    /// - Parameters:
    ///   - start: where the way starts.
    ///   - end: where it ends.
    /// - Returns: the way; its line starts and ends on roads near the two positions.
    /// - Throws: `RoadRouterError`.
    func way(from start: Coordinate, to end: Coordinate) throws(RoadRouterError) -> RoadWay
}
