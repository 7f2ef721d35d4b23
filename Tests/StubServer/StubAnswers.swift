internal import Foundation

extension StubServer.Answer {
    /// A way as OSRM's route service gives it.
    ///
    /// - Parameters:
    ///   - positions: longitude and latitude, in degrees.
    ///   - metres: the length of the way.
    ///   - dataVersion: when its data were made, if it tells.
    /// - Returns: the answer.
    public static func osrm(
        _ positions: [[Double]], metres: Double, dataVersion: String? = nil
    ) -> Self {
        let version = dataVersion.map { ",\"data_version\":\"\($0)\"" } ?? ""
        return .body(
            """
            {"code":"Ok"\(version),"routes":[{"geometry":{"coordinates":\(positions),"type":"LineString"},\
            "legs":[{"steps":[],"summary":"","weight":1,"duration":1,"distance":\(metres)}],\
            "weight_name":"routability","weight":1,"duration":1,"distance":\(metres)}],"waypoints":[]}
            """)
    }

    /// A refusal as OSRM gives it.
    public static func osrm(refusal code: String) -> Self {
        .body("{\"code\":\"\(code)\",\"message\":\"\u{1B}[31mno\"}", status: 400)
    }

    /// A way as Valhalla's turn-by-turn service gives it: its line encoded with six decimals.
    public static func valhalla(_ shape: String, kilometres: Double) -> Self {
        let quoted = shape.replacingOccurrences(of: "\\", with: "\\\\")
        let summary = "\"summary\":{\"has_toll\":false,\"time\":1.0,\"length\":\(kilometres)}"
        return .body(
            "{\"trip\":{\"locations\":[],\"legs\":[{\(summary),\"shape\":\"\(quoted)\"}],\(summary),"
                + "\"status_message\":\"Found route between points\",\"status\":0,\"units\":\"kilometers\"}}"
        )
    }

    /// A refusal as Valhalla gives it.
    public static func valhalla(refusal code: Int) -> Self {
        .body(
            "{\"error_code\":\(code),\"error\":\"no\",\"status_code\":400,\"status\":\"Bad Request\"}",
            status: 400)
    }
}
