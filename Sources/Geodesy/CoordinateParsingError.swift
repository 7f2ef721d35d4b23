/// Why a text is not a position.
public enum CoordinateParsingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text does not read as two figures.
    case notAPosition(String)
    /// The latitude lies outside [-90, 90].
    case latitudeOutOfRange(Double)
    /// The longitude lies outside [-180, 180].
    case longitudeOutOfRange(Double)
    /// Minutes or seconds lie outside [0, 60).
    case minutesOutOfRange(Double)

    /// One sentence that says what is wrong.
    public var description: String {
        switch self {
        case .notAPosition(let text):
            "'\(text)' is not a position; write latitude and longitude, as in 36.85,53.36 or 36°51'N 53°22'E"
        case .latitudeOutOfRange(let degrees):
            "latitude \(Self.plain(degrees)) is not between -90 and 90 (latitude comes first)"
        case .longitudeOutOfRange(let degrees):
            "longitude \(Self.plain(degrees)) is not between -180 and 180"
        case .minutesOutOfRange(let minutes):
            "\(Self.plain(minutes)) minutes or seconds are not between 0 and 60"
        }
    }

    private static func plain(_ figure: Double) -> String {
        guard let whole = Int(exactly: figure) else { return "\(figure)" }
        return "\(whole)"
    }
}
