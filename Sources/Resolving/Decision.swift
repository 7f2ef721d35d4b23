public import Geodesy

/// What the resolver says of one mention: its choice, and why in readable words.
public struct Decision: Sendable, Hashable {
    /// What was decided.
    public var choice: Choice
    /// Readable reasons, the weightiest first ("within: Iran").
    public var because: [String]
    /// How far around the point the place may lie, where the text leaves that open.
    public var radius: Distance?
    /// Where a mention of kind `description` lies, and how surely, in 0...1: as surely as the place it is told from.
    public var described: DescribedPosition?

    /// A decision with its reasons.
    public init(choice: Choice, because: [String] = [], radius: Distance? = nil) {
        self.choice = choice
        self.because = because
        self.radius = radius
    }
}
