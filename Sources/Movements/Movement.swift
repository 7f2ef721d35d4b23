/// One movement the text states, by one mode between two stops, or a standing link.
///
/// Roles are indices into the document's mentions; ranges are UTF-8 bytes of its text.
/// What counts as a movement: goods, vehicles, people on a told journey, sales and supplies between
/// named places, and standing links such as pipelines and ferries.
public struct Movement: Sendable, Hashable {
    /// The mention it starts from, where one is named.
    public var origin: Int?
    /// The mentions passed or called at, in order.
    public var via: [Int]
    /// The mention it goes to, where one is named.
    public var destination: Int?
    /// By what way.
    public var mode: TransportMode
    /// Whether the mode is stated or inferred.
    public var modeBasis: ModeBasis
    /// What sort of movement it is.
    public var relation: Relation
    /// Whether the link runs both ways.
    public var isBidirectional: Bool
    /// The movement that this one continues: its index in the list of the document's movements.
    public var continues: Int?
    /// What is moved: the head noun phrase.
    public var cargo: Range<Int>?
    /// How much of it.
    public var quantity: Range<Int>?
    /// What carries it.
    public var vehicle: Range<Int>?
    /// The registered number of what carries it.
    public var vehicleIdentifier: VehicleIdentifier?
    /// Who moves it.
    public var actor: Range<Int>?
    /// Who says so.
    public var attribution: Range<Int>?
    /// When, as written.
    public var date: StatedDate?
    /// How the text presents it.
    public var status: Status
    /// The word that gives the status, where it is not plainly asserted.
    public var cue: Range<Int>?
    /// The word, or the piece of one, that states it.
    public var trigger: Range<Int>?
    /// The sentences or clauses that state it.
    public var evidence: [Range<Int>]
    /// What decided that it is one: `reader`, `notation` or `decision`.
    public var rule: String
    /// How surely the text states it, in 0...1; hedging is status, never confidence.
    public var confidence: Double

    /// A movement by a rule, with neutral defaults for all it does not say.
    public init(
        origin: Int? = nil, via: [Int] = [], destination: Int? = nil,
        mode: TransportMode = .unknown, modeBasis: ModeBasis = .inferred,
        relation: Relation = .transport, isBidirectional: Bool = false, continues: Int? = nil,
        cargo: Range<Int>? = nil, quantity: Range<Int>? = nil, vehicle: Range<Int>? = nil,
        actor: Range<Int>? = nil, attribution: Range<Int>? = nil, date: StatedDate? = nil,
        status: Status = .asserted, cue: Range<Int>? = nil, evidence: [Range<Int>],
        rule: String, confidence: Double
    ) {
        self.origin = origin
        self.via = via
        self.destination = destination
        self.mode = mode
        self.modeBasis = modeBasis
        self.relation = relation
        self.isBidirectional = isBidirectional
        self.continues = continues
        self.cargo = cargo
        self.quantity = quantity
        self.vehicle = vehicle
        self.actor = actor
        self.attribution = attribution
        self.date = date
        self.status = status
        self.cue = cue
        self.evidence = evidence
        self.rule = rule
        self.confidence = confidence
    }

    /// Whether a mode is stated in the text or follows from it.
    public enum ModeBasis: String, Sendable, CaseIterable, Codable {
        case stated, inferred
    }

    /// What sort of movement it is.
    public enum Relation: String, Sendable, CaseIterable, Codable {
        /// Something or somebody moves or is moved.
        case transport
        /// Goods change hands between named places.
        case trade
        /// A standing link: pipeline, ferry, railway, corridor.
        case link
        /// What was moved is then used somewhere ("against Ukraine").
        case use
    }

    /// How the text presents a movement.
    public enum Status: String, Sendable, CaseIterable, Codable {
        case asserted, planned, alleged, negated
    }
}
