/// A word that tells how sure a stated movement is.
struct StatusCue: Sendable, Hashable {
    let status: Movement.Status
    let scope: Scope

    /// Where the word stands beside the word of movement; the raw values are those of the table.
    enum Scope: String, Sendable, CaseIterable {
        case aux, governor, negation, adverb, modifier, noun, speech, lifting
        /// A noun for a shipment to come, behind "for".
        case shipment
        /// A word of the freight markets, where prices stand for shipments.
        case freight
    }
}
