/// What sort of thing moves; the raw values are those of `cargo.tsv`.
enum ThemeKind: String, Sendable, CaseIterable {
    case goods, energy, weapon, aid, people, vessel, aircraft, vehicle, animal, document
    /// People whose travel for talks is no movement.
    case official
    /// What is sent or brought only in a figure of speech, and money.
    case abstract

    /// Whether it carries other things.
    var isVehicle: Bool { self == .vessel || self == .aircraft || self == .vehicle }
    /// Whether it is something that is moved as such.
    var isThing: Bool { isMovable && self != .people }
    /// Whether it may be moved between places at all.
    var isMovable: Bool { self != .official && self != .abstract }
    /// Whether a country's adjective beside it tells where it comes from.
    var comesFromItsCountry: Bool {
        switch self {
        case .goods, .energy, .weapon, .aid, .animal: true
        default: false
        }
    }
}
