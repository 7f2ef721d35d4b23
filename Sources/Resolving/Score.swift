/// A score with named parts, so that a choice can say why it was made.
public struct Score: Sendable, Hashable {
    /// The parts in the order they were added.
    public private(set) var parts: [Part]

    /// A score without parts, zero.
    public init() {
        parts = []
    }

    /// The sum of the parts.
    public var total: Double { parts.reduce(0) { $0 + $1.value } }

    /// Adds a part; a part of nothing is left out.
    public mutating func add(_ reason: Reason, _ value: Double, detail: String = "") {
        guard value != 0 else { return }
        parts.append(Part(reason: reason, value: value, detail: detail))
    }

    /// One named part of a score.
    public struct Part: Sendable, Hashable {
        /// What it is for.
        public var reason: Reason
        /// What it adds, in the units of log odds.
        public var value: Double
        /// What in particular: "Iran", "Caspian Sea".
        public var detail: String
    }

    /// What a part of a score is for.
    public enum Reason: String, Sendable, CaseIterable {
        case name, kind, population, containment, contains, use, countryVote, adminVote, proximity,
            dateline
        case typeWord, capital, seaLeg, via, landLeg, airLeg, claim, sameSense, list, county,
            portCue,
            analyst

        /// Whether it comes from a leg that the place would be an end of.
        var isOfLeg: Bool {
            switch self {
            case .seaLeg, .via, .landLeg, .airLeg, .claim: true
            default: false
            }
        }
    }
}
