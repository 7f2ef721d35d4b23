public import Gazetteers
public import Geodesy

/// A place spoken of in a text: where it stands there, how it is used, and what it may mean.
public struct Mention: Sendable {
    /// Where the mention stands, in UTF-8 bytes of the document's text.
    public var utf8Range: Range<Int>
    /// The words as written.
    public var text: String
    /// What sort of expression it is.
    public var kind: MentionKind
    /// What the mention is used for in its sentence.
    public var use: MentionUse
    /// The places it may mean, best name match first; empty for a name without an entry.
    public var candidates: [NameMatch]
    /// The position written in the text, of a mention of kind `coordinate`, or that a `description` puts together.
    public var coordinate: Coordinate?
    /// The mention that the text says this one lies in ("Amirabad in Iran"): its index.
    public var container: Int?
    /// Whether the container is told of a list that this mention stands in ("Clinton and Camanche in Iowa"), not of it.
    public var sharesContainer = false
    /// Whether the words beside it put it into a place that has no such place in the tables ("Stroud, Ontario").
    public var contradictsContainer = false
    /// The mention before it in the same list ("Genoa, Valencia and Piraeus"): its index.
    public var listedBehind: Int?
    /// Kinds that a word beside the name asks for ("the port of", "region"); empty when none does.
    public var expectedKinds: [PlaceKind]
    /// Whether the name has an article of its own ("the Atlantic"), as towns do not.
    public var hasArticle = false
    /// How surely this is a mention of a place at all, in 0...1.
    public var recognitionConfidence: Double

    /// A mention; everything after the use has a neutral default.
    public init(
        utf8Range: Range<Int>, text: String, kind: MentionKind = .name, use: MentionUse = .literal,
        candidates: [NameMatch] = [], coordinate: Coordinate? = nil, container: Int? = nil,
        expectedKinds: [PlaceKind] = [], recognitionConfidence: Double = 1
    ) {
        self.utf8Range = utf8Range
        self.text = text
        self.kind = kind
        self.use = use
        self.candidates = candidates
        self.coordinate = coordinate
        self.container = container
        self.expectedKinds = expectedKinds
        self.recognitionConfidence = recognitionConfidence
    }
}
