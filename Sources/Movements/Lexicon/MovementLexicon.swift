/// The words by which one language speaks of movement, read from its tables.
///
/// Adding a word is a matter of the tables (`Data/Lexicon/<language>`), never of code.
struct MovementLexicon: Sendable {
    /// Verbs of movement, under each of their forms.
    var verbs = PhraseTable<MotionWord>()
    /// Verbs that tell where something is kept or lies, under each of their forms.
    var stays = PhraseTable<MotionWord>()
    /// Nouns of movement and links, in singular and plural.
    var nouns = PhraseTable<MotionWord>()
    /// Phrases that give an end without a verb: "bound for".
    var links = PhraseTable<PlaceRole>()
    /// Prepositions of one word or more.
    var prepositions = PhraseTable<PlaceRole>()
    /// Words and phrases that tell the mode.
    var modes = PhraseTable<ModeCue>()
    /// The kind of what moves, by the head of its noun phrase.
    var themes = PhraseTable<ThemeKind>()
    /// Nouns that measure: tonnes, barrels.
    var units: Set<String> = []
    /// Cues of status by lemma; a word may be one in several scopes.
    var cues: [String: [StatusCue]] = [:]
    /// Phrases that say of what was just told that it has ended: "but not since".
    var reversals = PhraseTable<Movement.Status>()
    /// Phrases that only look like a movement.
    var blockedPhrases = PhraseTable<Bool>()
    /// Phrases that tell what goes the other way: "in exchange for".
    var barter = PhraseTable<Bool>()
    /// Words beside a person's journey that make it one for talks.
    var talks: Set<String> = []
    /// Nouns that are no way to anywhere.
    var blockedEnds: Set<String> = []
    /// Words that point back or name what lies in a place.
    var anaphors: [String: Anaphor] = [:]
    /// How it says when.
    var time = TimeWords()
    /// The small words between the others.
    var small = FunctionWords()
    /// How ships' and aircraft's numbers are announced.
    var identifiers = VehicleIdentifierReader()
    /// The words and marks of shorthand.
    var notation = NotationWords()
    /// How distances and directions are worded.
    var distances = DistanceWords()

    /// A word that tells the mode, and whether it names a vehicle.
    struct ModeCue: Sendable, Hashable {
        let mode: TransportMode
        let isVehicle: Bool
    }

    /// The cue that a lemma is in a scope.
    func cue(_ lemma: String, _ scope: StatusCue.Scope) -> Movement.Status? {
        cues[lemma]?.first { $0.scope == scope }?.status
    }
}
