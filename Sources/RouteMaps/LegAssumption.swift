public import Gazetteers
public import Geodesy

/// What a leg takes for an end of which the text names only the area.
public struct LegAssumption: Sendable, Hashable {
    /// What was chosen.
    public var kind: Kind
    /// The ports that the start may be, the one drawn first; empty where nothing was chosen there.
    public var from: [Place]
    /// The ports that the end may be, the one drawn first.
    public var to: [Place]
    /// From the shortest to the longest way between these; nil where there is but one.
    public var range: ClosedRange<Distance>?
    /// Whether one end lies in the other, so that no length between them says anything.
    public var isWithin: Bool
    /// What was chosen and from what, in a few words.
    public var text: String

    /// An assumption from its parts.
    public init(
        kind: Kind, from: [Place] = [], to: [Place] = [], range: ClosedRange<Distance>? = nil,
        isWithin: Bool = false, text: String
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.range = range
        self.isWithin = isWithin
        self.text = text
    }

    /// What an area is drawn at.
    public enum Kind: String, Sendable, CaseIterable {
        /// A port of the area.
        case port
        /// The point where pictures show the area; the line is an arrow, not a way.
        case display
    }
}
