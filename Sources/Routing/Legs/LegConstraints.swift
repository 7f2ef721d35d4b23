/// What a text or a user states about the way of a leg.
public struct LegConstraints: Hashable, Sendable {
    /// Waters to pass, in order of travel.
    public var through: [NamedWaters]
    /// Passages not to use, by name: "Suez Canal", "Bab el-Mandeb".
    public var avoiding: [String]
    /// Passages to use although they are closed by default, by name: "Northern Sea Route", "Kiel Canal".
    public var opening: [String]

    /// Constraints; a passage that is to be passed is opened as well.
    public init(
        through: [NamedWaters] = [], avoiding: [String] = [], opening: [String] = []
    ) {
        self.through = through
        self.avoiding = avoiding
        self.opening = opening
    }

    /// No constraints.
    public static let none = LegConstraints()

    /// Whether nothing is stated.
    public var isEmpty: Bool { through.isEmpty && avoiding.isEmpty && opening.isEmpty }
}
