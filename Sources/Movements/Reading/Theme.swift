/// What moves, as the text words it.
struct Theme: Sendable, Hashable {
    /// The word of the sentence that heads its noun phrase; nil where it stands in another sentence.
    var word: Int?
    /// The dictionary form of its noun.
    var noun: String?
    /// What kind of thing it is, where the tables know its noun.
    var kind: ThemeKind?
    /// The head noun phrase, without determiner, quantity and place adjective.
    var cargo: Range<Int>?
    /// How much of it.
    var quantity: Range<Int>?
    /// The vehicle that carries it, or that moves with nothing named aboard.
    var vehicle: Range<Int>?
    /// The noun of the vehicle that carries it, in its dictionary form.
    var carrier: String?
    /// Whether it is several; nil where the text does not tell.
    var isPlural: Bool?
    /// Places beside its noun: "Iraqi oil", "parts made in Shenzhen".
    var ends: [End] = []
    /// Whether it is a pronoun, or nothing at all is named.
    var isPronoun = false
    /// Whether the noun is a proper name, such as a person's.
    var isProper = false

    /// A vehicle that is itself what is sent or sold.
    mutating func becomeCargo() {
        guard kind?.isVehicle == true, cargo == nil else { return }
        cargo = vehicle
        vehicle = nil
    }
}
