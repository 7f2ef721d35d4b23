public import Movements

/// One movement of a document, with its legs.
///
/// The movement's roles are indices into the map's toponyms (the document's mentions).
public struct Route: Sendable {
    /// What the text states.
    public var movement: Movement
    /// The legs in order; empty where an end could not be located or nothing is drawn.
    public var legs: [Leg]
    /// How surely the text states this route between these places, in 0...1.
    public var confidence: Double

    /// A movement with its legs.
    public init(movement: Movement, legs: [Leg], confidence: Double) {
        self.movement = movement
        self.legs = legs
        self.confidence = confidence
    }

    /// Whether a person decided on it: added it, or changed its ends, way or status.
    public var isDecided: Bool { movement.rule == Movement.decisionRule }
}

extension Movement {
    /// The rule of a movement that a person decided on.
    public static let decisionRule = "decision"
}
