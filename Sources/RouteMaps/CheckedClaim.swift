public import Geodesy
public import Movements

/// A spatial claim of the text, held against the chosen places.
public struct CheckedClaim: Sendable {
    /// What the text states.
    public var claim: StatedClaim
    /// The distance between the chosen places, where both are known.
    public var distance: Distance?
    /// The rhumb bearing from the reference to the subject, where both are known.
    public var bearing: Bearing?
    /// How the two agree.
    public var verdict: Verdict

    /// A claim with what was computed for it.
    public init(claim: StatedClaim, distance: Distance?, bearing: Bearing?, verdict: Verdict) {
        self.claim = claim
        self.distance = distance
        self.bearing = bearing
        self.verdict = verdict
    }

    /// How a stated claim and the computed figures agree; the raw values are those of the contract.
    public enum Verdict: String, Sendable, CaseIterable {
        case consistent
        case roughly
        case inconsistent
        case notCheckable = "not checkable"
    }
}
