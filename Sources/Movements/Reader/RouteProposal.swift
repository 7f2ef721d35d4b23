/// A route that the reader finds stated in a sentence, with how sure it is of it.
struct RouteProposal: Sendable {
    /// A place passed, and how surely it is.
    struct Way: Sendable {
        let node: Int
        let mention: Int
        let probability: Double
    }

    /// The places it leads between, nodes of the input; nil for an end that is not named.
    let origin: Int?
    let destination: Int?
    /// The mentions of them that the sentence sees.
    let originMention: Int?
    let destinationMention: Int?
    /// How surely the sentence states it, in 0...1.
    let probability: Double
    let ways: [Way]
    let mode: TransportMode
    let status: Movement.Status
    let relation: Movement.Relation
    let isBidirectional: Bool
    /// The piece of text that states it, and what is moved, in UTF-8 bytes.
    let trigger: Range<Int>
    let cargo: Range<Int>?
    /// The sentence, or the part of a long one.
    let utf8Range: Range<Int>
}
