/// A place behind a preposition that belongs to a word of movement.
struct Path: Sendable {
    let role: PlaceRole
    /// The preposition, or the first word of its phrase.
    let preposition: Int
    /// The noun behind it.
    let object: Int
    let ends: [End]
}
