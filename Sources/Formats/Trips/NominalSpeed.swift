internal import Geodesy
internal import Movements

/// Speeds for the animation of trips, where no text says one: round figures that keep the modes apart.
enum NominalSpeed {
    /// Metres a second along a way of a mode.
    ///
    /// Sea: 13 knots, about the mean of bulk carriers in the Fourth IMO Greenhouse Gas Study (2020), table 35.
    static func metresASecond(_ mode: TransportMode) -> Double {
        switch mode {
        case .sea: 24 / 3.6
        case .river: 12 / 3.6
        case .air: 800 / 3.6
        case .road, .land: 60 / 3.6
        case .rail: 50 / 3.6
        case .pipeline: 7 / 3.6
        case .unknown: 40 / 3.6
        }
    }
}
