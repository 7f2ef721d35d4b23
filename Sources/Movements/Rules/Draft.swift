/// A movement in the making: all its ends, before it is parted into one movement a pair.
struct Draft: Sendable {
    let trigger: Int
    let word: MotionWord
    let isNoun: Bool
    var origins: [End]
    var via: [End]
    var destinations: [End]
    var theme: Theme?
    var actor: Int?
    var mode: TransportMode = .unknown
    var modeBasis: Movement.ModeBasis = .inferred
    var relation: Movement.Relation = .transport
    var isBidirectional = false
    var status: Movement.Status = .asserted
    var cue: Int?
    var speech: Int?
    /// Tells the sentence's drafts apart.
    var id = 0
    /// The draft, by its id, that this one continues.
    var continues: Int?
    /// Whether it says too little to stand alone: "after arriving from A".
    var isHalf = false
    /// Whether it is half of what the sentence or the one before tells: a call, a loading.
    var mustBeKnown: Bool {
        isHalf && (word.motion == .stop || word.motion == .load || word.needsGoal)
    }
    /// Whether it tells only what is passed.
    var isWayOnly = false
    /// Whether it is one of several ways between the same ends: "via A or via B".
    var isAlternative = false
    /// Whether it says that what was told has ended.
    var isReversal = false
    /// Whether it counts only where it is denied: "has banned imports of seal fur".
    var mustBeDenied = false
    /// Whether it counts only as what follows another: "and then used against".
    var mustContinue = false
    var rule: String
    var confidence: Double

    /// Whether both ends are named.
    var isWhole: Bool { !origins.isEmpty && !destinations.isEmpty }
    /// Whether any end is named.
    var hasEnd: Bool { !origins.isEmpty || !destinations.isEmpty }
}
