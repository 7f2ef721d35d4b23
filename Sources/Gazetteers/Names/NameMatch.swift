/// A place found under a name, and how well the name fits.
public struct NameMatch: Sendable, Hashable {
    /// The place.
    public var place: Place
    /// The name as stored, in its own spelling and script.
    public var name: String
    /// What that name is to the place.
    public var kind: NameKind
    /// How well the name fits, in (0, 1]: 1 letter by letter, `Quality` names the lower steps.
    public var quality: Double
    /// Whether the name alone says too little: at most three letters, a common word, a given name.
    ///
    /// Such a match must not win without support from its surroundings.
    public var isDangerous: Bool

    /// A match.
    public init(
        place: Place, name: String, kind: NameKind, quality: Double, isDangerous: Bool = false
    ) {
        self.place = place
        self.name = name
        self.kind = kind
        self.quality = quality
        self.isDangerous = isDangerous
    }
}

extension NameMatch {
    /// The steps of `quality`.
    public enum Quality {
        /// The stored name letter by letter.
        public static let exact = 1.0
        /// Equal after folding: case, diacritics, punctuation, variant letters.
        public static let folded = 0.95
        /// Equal after a generic word is taken off: Port, Bandar-e, Oblast, Lake.
        public static let stripped = 0.85
        /// The name asked for begins the stored one.
        public static let prefix = 0.6
        /// One edit away; two edits give `fuzzy` squared.
        public static let fuzzy = 0.7
    }
}
