/// What a place is; the raw value is the `class` of the outputs.
public enum PlaceKind: String, Sendable, CaseIterable, Codable {
    /// A country or dependent territory, present or former.
    case country
    /// A first-level division: state, province, oblast.
    case admin1
    /// A second-level division: county, parish, rayon.
    case admin2
    /// A populated place of any size.
    case city
    /// A sea, lake or river port.
    case port
    /// An airport, airfield or air base.
    case airport
    /// An ocean, sea, gulf or bay.
    case sea
    /// A strait, sound or channel.
    case strait
    /// A ship canal.
    case canal
    /// A lake or reservoir.
    case lake
    /// A river.
    case river
    /// An island or group of islands.
    case island
    /// A region without administration of its own: Donbas, the Middle East, a mountain range.
    case region
    /// A continent.
    case continent
    /// A special economic, industrial or exclusion zone.
    case zone
    /// A plant, base, building or venue.
    case facility
    /// The seat of an institution that stands for it: White House, Kremlin.
    case institution
}

extension PlaceKind {
    /// Whether the place is an area, whose point is only a label.
    public var isAreal: Bool {
        switch self {
        case .country, .admin1, .admin2, .sea, .lake, .island, .region, .continent: true
        case .city, .port, .airport, .strait, .canal, .river, .zone, .facility, .institution: false
        }
    }

    /// Whether the place is water.
    public var isWater: Bool {
        switch self {
        case .sea, .strait, .canal, .lake, .river: true
        default: false
        }
    }

    /// Whether the place is a line or belt that a route passes through.
    public var isLinear: Bool {
        switch self {
        case .strait, .canal, .river: true
        default: false
        }
    }

    /// Whether the place is a point at which a movement can begin or end.
    public var isPoint: Bool {
        switch self {
        case .city, .port, .airport, .zone, .facility, .institution: true
        default: false
        }
    }

    /// Whether the place is a unit of government.
    public var isAdministrative: Bool {
        switch self {
        case .country, .admin1, .admin2: true
        default: false
        }
    }
}
