internal import Foundation
internal import Geodesy
internal import Routing

/// The route service of OSRM, version 1: `/route/v1/{profile}/{longitude},{latitude};...`.
///
/// The profile in the path is a formality: a server has the one it was prepared with.
struct OSRMInterface: EngineInterface {
    /// The server's address, without a slash at its end.
    let base: String

    func request(from start: Coordinate, to end: Coordinate) -> HTTPRequest {
        let positions = [start, end].map { "\($0.longitude.degreeText),\($0.latitude.degreeText)" }
        return HTTPRequest(
            url: "\(base)/route/v1/driving/\(positions.joined(separator: ";"))"
                + "?overview=full&geometries=geojson&steps=false&alternatives=false")
    }

    func way(in answer: HTTPAnswer) throws(RoadRouterError) -> MeasuredRoadWay {
        guard let response = try? JSONDecoder().decode(Response.self, from: Data(answer.body))
        else { throw .unanswered(reason: answer.complaint) }
        switch response.code {
        case "Ok": break
        case "NoRoute": throw .noWay(reason: "no road joins the ends")
        case "NoSegment": throw .noWay(reason: "no road lies near an end")
        default: throw .unanswered(reason: "error \(response.code.shown)")
        }
        guard let route = response.routes?.first else {
            throw .unanswered(reason: "its answer holds no route")
        }
        let line = try route.geometry.coordinates.map { (position) throws(RoadRouterError) in
            guard position.count >= 2 else {
                throw .unanswered(reason: "its line holds what is no position")
            }
            return Coordinate(latitude: position[1], longitude: position[0])
        }
        return MeasuredRoadWay(
            way: RoadWay(
                line: LineString(line), dataVersion: response.dataVersion.flatMap(\.dayOrVersion)),
            length: Distance(metres: route.distance))
    }

    /// Every route tells the version of its data.
    var dataVersionRequest: HTTPRequest? { nil }

    func dataVersion(in answer: HTTPAnswer) -> String? { nil }

    private struct Response: Decodable {
        var code: String
        var routes: [Route]?
        var dataVersion: String?

        enum CodingKeys: String, CodingKey {
            case code, routes
            case dataVersion = "data_version"
        }
    }

    private struct Route: Decodable {
        /// In metres.
        var distance: Double
        var geometry: Geometry
    }

    private struct Geometry: Decodable {
        /// Longitude and latitude of each position.
        var coordinates: [[Double]]
    }
}
