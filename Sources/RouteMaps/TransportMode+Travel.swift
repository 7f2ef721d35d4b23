internal import Geodesy
internal import Movements
internal import Routing

extension TransportMode {
    /// The most water that lies between the ends of a way over land: ferries carry trains and lorries over
    /// straits, and the longest pipeline under a sea, Nord Stream, has 1,220 km; nil for other modes.
    var mostWater: Distance? {
        switch self {
        case .road, .rail, .land: Distance(kilometres: 1_000)
        case .pipeline: Distance(kilometres: 2_000)
        case .sea, .air, .river, .unknown: nil
        }
    }

    /// The farthest that ends lie apart, in a straight line, for the mode to be believed where the text does not tell it:
    /// lorries go from Xinjiang to Poland, some 4,500 km; nil for other modes.
    var farthest: Distance? { self == .road ? Distance(kilometres: 5_000) : nil }

    /// The same way of travel, as the planner names it.
    var travel: TravelMode {
        switch self {
        case .sea: .sea
        case .air: .air
        case .road: .road
        case .rail: .rail
        case .river: .river
        case .pipeline: .pipeline
        case .land: .land
        case .unknown: .unknown
        }
    }
}

extension Movement {
    /// Why its mode can't be between ends so far apart, with so much water between them, in a few words; nil where it can.
    func reasonAgainstMode(straight: Distance, waterBetween: Distance?) -> String? {
        if modeBasis == .inferred, let most = mode.farthest, straight > most {
            return "the ends lie \(Self.hundreds(straight)) km apart, farther than lorries go"
        }
        if let waterBetween, let most = mode.mostWater, waterBetween > most {
            return "\(Self.hundreds(waterBetween)) km of sea lie between"
        }
        return nil
    }

    /// Kilometres, to the hundred.
    private static func hundreds(_ distance: Distance) -> Int {
        Int((distance.kilometres / 100).rounded()) * 100
    }
}
