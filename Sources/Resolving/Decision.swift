public import Geodesy

/// What the resolver says of one mention: its choice, and why in readable words.
public struct Decision: Sendable, Hashable {
    /// What was decided.
    public var choice: Choice
    /// Readable reasons, the weightiest first ("within: Iran").
    public var because: [String]
    /// How far around the point the place may lie, where the text leaves that open.
    public var radius: Distance?

    /// A decision with its reasons.
    public init(choice: Choice, because: [String] = [], radius: Distance? = nil) {
        self.choice = choice
        self.because = because
        self.radius = radius
    }
}
