internal import Geodesy
internal import Routing

/// What an engine is asked, and what its answers mean.
protocol EngineInterface: Sendable {
    /// The request for the way between two positions.
    func request(from start: Coordinate, to end: Coordinate) -> HTTPRequest

    /// The way that an answer holds, with its length by the engine's own count.
    ///
    /// - Throws: `RoadRouterError`, when the answer tells that there is none or is no answer at all.
    func way(in answer: HTTPAnswer) throws(RoadRouterError) -> MeasuredRoadWay

    /// The request for the version of the engine's data; nil where each way tells it.
    var dataVersionRequest: HTTPRequest? { get }

    /// The version or day of the data that an answer tells; nil where it does not.
    func dataVersion(in answer: HTTPAnswer) -> String?
}

/// A way as the engine gives it, before it is checked.
struct MeasuredRoadWay: Sendable {
    var way: RoadWay
    /// Its length by the engine's own count.
    var length: Distance
}
