/// A piece of a position as written in a text.
struct PositionToken: Sendable {
    /// What a piece is.
    enum Kind: Sendable, Equatable {
        /// A figure: the digits before the point, those behind it.
        case figure(whole: String, decimals: String)
        /// A side of the Earth.
        case side(Side, as: SideForm)
        case degree, minute, second
        case colon
        /// A dash, which joins figures, parts angles, or is a minus.
        case dash
        case plus
        /// A comma, a semicolon, a slash.
        case separator
        case and
        /// "Of", "is", an equals sign: what a label may have behind it.
        case filler
        /// "Latitude", "longitude".
        case label(isLongitude: Bool)
    }

    /// How a side is written: the less it looks like one, the more the figures beside it must say.
    enum SideForm: Sendable {
        case capital, smallLetter, word
    }

    /// A side of the Earth.
    enum Side: Sendable {
        case north, east, south, west

        var isLongitude: Bool { self == .east || self == .west }
        var isNegative: Bool { self == .south || self == .west }
    }

    var kind: Kind
    /// Where it stands, in UTF-8 bytes of the text.
    var utf8Range: Range<Int>
    /// Whether nothing parts it from the piece before.
    var isGlued: Bool
}
