/// A route that a line of shorthand states.
struct NotationRoute: Sendable {
    /// Its ends: mentions, nil for one that is not named.
    var origin: Int?
    var via: [Int] = []
    var destination: Int?
    /// By what way, where the shorthand says so.
    var mode: TransportMode?
    /// Whether the mode is not said but follows from what the ends are.
    var isModeInferred = false
    var relation: Movement.Relation = .transport
    var isBidirectional = false
    var isPlanned = false
    /// Whether it stands in running text, whose reader sees more of it.
    var isInProse = false
    var vehicle: Range<Int>?
    var cargo: Range<Int>?
    /// The mark or label.
    var trigger: Range<Int>
    /// The lines.
    var evidence: [Range<Int>]
    var confidence: Double
}
