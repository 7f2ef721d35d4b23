public import Gazetteers
public import Geodesy

/// A place found for a person's words, with what else the words could mean.
public struct FoundPlace: Sendable {
    /// The words.
    public var text: String
    /// The gazetteer's record; nil for bare coordinates.
    public var place: Place?
    /// The position.
    public var coordinate: Coordinate
    /// Other places of the same name, likeliest first.
    public var others: [Place]

    /// Bare coordinates.
    init(coordinate: Coordinate, text: String) {
        self.text = text
        self.coordinate = coordinate
        others = []
    }

    /// A record of the gazetteer.
    public init(place: Place, others: [Place] = [], text: String) {
        self.text = text
        self.place = place
        coordinate = place.coordinate
        self.others = others
    }

    /// How a person would be told of it: "Amirabad Port (IR)", or the coordinates.
    public var label: String { place?.label ?? text }
}
