public import Gazetteers

/// What a text says of a movement that bears on its ports and waters.
public struct StatedShipping: Sendable, Hashable {
    /// What is moved, as far as that has ports of its own.
    public var cargoes: Harbour.Cargoes
    /// How large the ship is, from 1 to 4 as in `links.tsv`; nil where the text does not say.
    public var ship: Int?
    /// The day of the movement, else of the text, as ISO 8601; nil where neither is known.
    public var day: String?
    /// Passages that it says were taken, by name, beside the places it names on the way.
    public var through: [String]
    /// Passages that it says were kept away from, by name.
    public var avoiding: [String]
    /// The pipeline or railway that it names, by the first of its names.
    public var line: String?
    /// Whether it speaks of a ferry.
    public var isByFerry = false
    /// The port at which the movement before it ended for the place where this one begins; nil where there is none.
    public var landedAt: Place?
    /// Whether the text says that the ship came only near the place where the movement begins: "from off Lagos".
    public var beginsOff = false
    /// Whether it says so of the place where the movement ends: "anchored off Malta".
    public var endsOff = false

    /// What a text says, nothing by default.
    public init(
        cargoes: Harbour.Cargoes = [], ship: Int? = nil, day: String? = nil,
        through: [String] = [], avoiding: [String] = [], line: String? = nil,
        landedAt: Place? = nil
    ) {
        self.cargoes = cargoes
        self.ship = ship
        self.day = day
        self.through = through
        self.avoiding = avoiding
        self.line = line
        self.landedAt = landedAt
    }
}
