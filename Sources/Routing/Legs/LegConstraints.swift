/// What a text or a user states about the way of a leg.
public struct LegConstraints: Hashable, Sendable {
    /// Waters to pass, in order of travel.
    public var through: [NamedWaters]
    /// Passages not to use, by name: "Suez Canal", "Bab el-Mandeb".
    public var avoiding: [String]
    /// Passages to use although they are closed by default, by name: "Northern Sea Route", "Kiel Canal".
    public var opening: [String]
    /// The day, as ISO 8601, since canals that were not open then are not used; nil for today.
    public var day: String?
    /// How large the ship is, from 1 (a coaster) to 4 (a supertanker), as in `links.tsv`; nil for one
    /// that fits everywhere.
    public var ship: Int?

    /// Constraints; a passage that is to be passed is opened as well.
    public init(
        through: [NamedWaters] = [], avoiding: [String] = [], opening: [String] = [],
        day: String? = nil, ship: Int? = nil
    ) {
        self.through = through
        self.avoiding = avoiding
        self.opening = opening
        self.day = day
        self.ship = ship
    }

    /// No constraints.
    public static let none = LegConstraints()

    /// Whether nothing is stated of the waters themselves; the day and the ship hold for any.
    public var isEmpty: Bool { through.isEmpty && avoiding.isEmpty && opening.isEmpty }
}
