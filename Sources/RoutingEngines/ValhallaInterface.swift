internal import Foundation
internal import Geodesy
internal import Routing

/// The turn-by-turn service of Valhalla: a JSON object to `/route`, the trip back.
struct ValhallaInterface: EngineInterface {
    /// The server's address, without a slash at its end.
    let base: String

    func request(from start: Coordinate, to end: Coordinate) -> HTTPRequest {
        let locations = [start, end].map {
            "{\"lat\":\($0.latitude.degreeText),\"lon\":\($0.longitude.degreeText)}"
        }
        return HTTPRequest(
            url: "\(base)/route",
            body: "{\"locations\":[\(locations.joined(separator: ","))],\"costing\":\"auto\","
                + "\"units\":\"kilometers\",\"directions_type\":\"none\"}")
    }

    func way(in answer: HTTPAnswer) throws(RoadRouterError) -> MeasuredRoadWay {
        guard let response = try? JSONDecoder().decode(Response.self, from: Data(answer.body))
        else { throw .unanswered(reason: answer.complaint) }
        if let code = response.code { throw Self.refusal(code) }
        guard let trip = response.trip, !trip.legs.isEmpty else {
            throw .unanswered(reason: answer.complaint)
        }
        var line: [Coordinate] = []
        for leg in trip.legs {
            guard let part = EncodedPolyline.positions(leg.shape, decimals: 6) else {
                throw .unanswered(reason: "its line cannot be decoded")
            }
            line += part
        }
        return MeasuredRoadWay(
            way: RoadWay(line: LineString(line)),
            length: Distance(kilometres: trip.summary.length))
    }

    var dataVersionRequest: HTTPRequest? { HTTPRequest(url: "\(base)/status") }

    func dataVersion(in answer: HTTPAnswer) -> String? {
        guard answer.status == 200,
            let status = try? JSONDecoder().decode(Status.self, from: Data(answer.body)),
            (0..<4_102_444_800).contains(status.lastModified)
        else { return nil }
        return String(
            Date(timeIntervalSince1970: status.lastModified).formatted(.iso8601).prefix(10))
    }

    /// What an error code means: the table "Internal error codes" of Valhalla's documentation.
    private static func refusal(_ code: Int) -> RoadRouterError {
        switch code {
        case 154: .noWay(reason: "the ends are farther apart than it is set to go")
        case 170, 441, 442: .noWay(reason: "no road joins the ends")
        case 171: .noWay(reason: "no road lies near an end")
        default: .unanswered(reason: "error \(code)")
        }
    }

    private struct Response: Decodable {
        var trip: Trip?
        var code: Int?

        enum CodingKeys: String, CodingKey {
            case trip
            case code = "error_code"
        }
    }

    private struct Trip: Decodable {
        var legs: [Leg]
        var summary: Summary
    }

    private struct Leg: Decodable {
        var shape: String
    }

    private struct Summary: Decodable {
        /// In kilometres, as asked for.
        var length: Double
    }

    private struct Status: Decodable {
        /// When the road data were last made, in seconds since 1970.
        var lastModified: Double

        enum CodingKeys: String, CodingKey {
            case lastModified = "tileset_last_modified"
        }
    }
}
