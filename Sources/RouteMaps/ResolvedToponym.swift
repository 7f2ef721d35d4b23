public import Gazetteers
public import Geodesy
public import Geoparsing
public import Resolving

/// A mention and the place decided for it.
public struct ResolvedToponym: Sendable {
    /// The mention in the text.
    public var mention: Mention
    /// What was decided.
    public var choice: Choice
    /// Readable reasons for the choice, the weightiest first ("within: Iran").
    public var because: [String]
    /// How far around the point the place may lie or reaches; of kind `description` always given.
    public var radius: Distance?
    /// Whether a person decided what it means.
    public var isDecided = false

    /// A mention with its decision.
    public init(mention: Mention, choice: Choice, because: [String], radius: Distance? = nil) {
        self.mention = mention
        self.choice = choice
        self.because = because
        self.radius = radius
    }

    /// The place that may be put on a map: none for organisations and furniture.
    public var place: Place? { mention.use.isPlaced ? choice.best?.place : nil }

    /// The position that may be put on a map: the place's, or the one written in the text.
    public var coordinate: Coordinate? { place?.coordinate ?? mention.coordinate }

    /// Where it is drawn: an area at its display point, all else at its position.
    public var displayCoordinate: Coordinate? { place?.displayCoordinate ?? mention.coordinate }
}
