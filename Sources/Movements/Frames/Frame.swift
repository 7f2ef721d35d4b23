/// What one word of movement says in its sentence, before its class decides the ends.
struct Frame: Sendable {
    /// The word of movement.
    let trigger: Int
    let word: MotionWord
    let isNoun: Bool
    var isPassive = false
    /// What moves.
    var theme: Theme?
    /// Who acts: the noun that heads it.
    var actor: Int?
    /// The places of those who act.
    var actorPlaces: [End] = []
    /// Places that are the verb's object: "left Shanghai".
    var objectPlaces: [End] = []
    /// Whether the object is that place itself, not a thing in it.
    var objectIsPlace = false
    /// Places of those who receive: "sent Iraq weapons".
    var recipients: [End] = []
    /// Prepositional phrases with their places.
    var paths: [Path] = []
    /// The words that tell of this way, where the word of movement has several; nil for all.
    var words: Range<Int>?

    /// What "there" points back to.
    var pointed: [End] {
        paths.filter { $0.role == .place && $0.preposition == $0.object }.flatMap(\.ends)
    }

    /// The places in a role.
    func ends(_ role: PlaceRole) -> [End] {
        paths.filter { $0.role == role }.flatMap(\.ends)
    }
}
