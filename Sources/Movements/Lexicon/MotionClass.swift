/// Whose place is an end of what a word of movement says; the raw values are those of the tables.
enum MotionClass: String, Sendable, CaseIterable {
    /// The subject's place is the origin: send, export.
    case send
    /// The same, of goods that change hands: sell.
    case sell
    /// The same, with the receiver as object: supply Iran with.
    case give
    /// The subject's place is the destination: import, receive.
    case buy
    /// The subject only carries: transport, bring.
    case carry
    /// The subject itself goes: sail, travel.
    case move
    /// The object is the origin: leave.
    case leave
    /// The object is the destination: reach.
    case arrive
    /// The object is passed: cross.
    case cross
    /// Out of a place, which may be the object: evacuate.
    case expel
    /// The place of loading is the origin.
    case load
    /// The place of unloading is the destination.
    case unload
    /// How a standing link or a stream runs: flow, run.
    case flow
    /// A standing link, or to make one.
    case link
    /// What was moved is used somewhere.
    case use
    /// Where goods come from: made in.
    case make
    /// A call on the way: stop over, refuel.
    case stop
    /// Where something is kept or lies before it moves: store, moor. No movement of its own.
    case stay

    /// Whether things go to others by it, so that a vehicle is cargo too: "sold jets".
    var changesHands: Bool { self == .send || self == .sell || self == .give || self == .buy }
    /// Whether the subject's place is the origin.
    var startsAtSubject: Bool { self == .send || self == .sell || self == .give }
    /// Whether it is the subject that moves.
    var movesSubject: Bool {
        switch self {
        case .move, .leave, .arrive, .cross, .flow, .stop: true
        default: false
        }
    }
}
