/// What an engine has been asked, and how often in vain.
public struct RoutingTally: Hashable, Sendable {
    /// The ways asked for, each once.
    public var ways = 0
    /// Those that got no answer, or none that can be used.
    public var unanswered = 0
    /// Why the first of them got none, in a few words.
    public var firstFailure: String?
    /// Those that there is no way for, as the engine says.
    public var refused = 0
    /// Why there is none for the first of them, in a few words.
    public var firstRefusal: String?

    /// Nothing asked yet.
    public init() {}
}
