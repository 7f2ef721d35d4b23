/// A word that tells how sure a stated movement is.
struct StatusCue: Sendable, Hashable {
    let status: Movement.Status
    let scope: Scope

    /// Where the word stands beside the word of movement; the raw values are those of the table.
    enum Scope: String, Sendable, CaseIterable {
        case aux, governor, negation, adverb, modifier, noun, speech, lifting, light, revoking
        /// A phrase before a form in "ing" that says it is not done: "instead of".
        case preposition
        /// A governor in the passive only: "is reported to".
        case passive
        /// Somebody whose saying so is a charge: a prosecutor.
        case accuser
        /// A verb that brings a standing link about.
        case building
        /// A noun for a shipment to come, behind "for".
        case shipment
        /// "But not since": what was told before it has ended.
        case reversal
        /// A word that means the sea where both ends are ports.
        case shipping
        /// A word of freight rates.
        case rate
        /// A word of the freight markets, where prices stand for shipments.
        case freight

        /// Whether the word itself says how sure something is; the others only help to tell the mode.
        var isCue: Bool {
            switch self {
            case .shipping, .rate, .freight, .shipment, .building: false
            default: true
            }
        }
    }
}
