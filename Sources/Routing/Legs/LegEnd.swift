/// One of the two ends of a leg.
public enum LegEnd: String, Hashable, Sendable {
    /// Where the leg starts.
    case start
    /// Where the leg ends.
    case end
}
