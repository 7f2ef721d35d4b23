/// A word or mark of shorthand, and what it makes of the places beside it.
struct NotationLabel: Sendable {
    let role: Role
    /// By what way, where the label says so.
    let mode: TransportMode?
    let form: Form
    /// Whether one named end suffices: "ETA Rotterdam".
    let isEnoughAlone: Bool
    /// Whether it tells of what is still to come.
    let isPlanned: Bool

    /// What it marks; the raw values are those of the table.
    enum Role: String, Sendable, CaseIterable {
        /// The place behind it is an end, is passed, or comes after the end.
        case origin, destination, via, next
        /// The places behind it are called at in turn.
        case rotation
        /// A mark between two places, in their order, against it, or both ways.
        case arrow, back, both
        /// An arrow that also means "more than": ">".
        case greater
        /// Marks that mean a route only in a heading or an entry of a list.
        case dash, stroke
        /// A mark between the cells of a table.
        case bar
        /// A small word between a label and its place, or between places.
        case filler
        /// A word or picture that speaks of transport: "ferry".
        case way
        /// A word that says the line is about something else: "derby".
        case stop
        /// A line of a letter's head: "Subject".
        case letter
        /// Cells of a table: what carries, what is carried.
        case vehicle, cargo

        /// Whether a place is its value.
        var isField: Bool {
            switch self {
            case .origin, .destination, .via, .next: true
            default: false
            }
        }

        /// Whether it stands between two places.
        var isLink: Bool {
            switch self {
            case .arrow, .back, .both, .greater, .dash, .stroke: true
            default: false
            }
        }
    }

    /// What the label needs to be one; the raw values are those of the table.
    enum Form: String, Sendable, CaseIterable {
        /// Nothing.
        case bare
        /// A colon behind it.
        case colon
        /// Both ends, each with its label.
        case pair
    }
}
