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
    /// How a person would be told of it: "Amirabad Port (IR)", "Springfield, Missouri (US)", or the coordinates.
    public var label: String
    /// How a person would be told of the others.
    public var otherLabels: [String] = []

    /// Bare coordinates.
    init(coordinate: Coordinate, text: String) {
        self.text = text
        self.coordinate = coordinate
        others = []
        label = text
    }

    /// A record of the gazetteer.
    public init(
        place: Place, others: [Place] = [], text: String, label: String? = nil,
        otherLabels: [String] = []
    ) {
        self.label = label ?? place.label
        self.otherLabels = otherLabels
        self.text = text
        self.place = place
        coordinate = place.coordinate
        self.others = others
    }
}
