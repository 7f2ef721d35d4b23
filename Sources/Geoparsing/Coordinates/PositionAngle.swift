/// One of the two angles of a position, as written.
struct PositionAngle: Sendable {
    /// The size in degrees, unsigned.
    var size = 0.0
    /// How many figures it has: degrees, minutes, seconds.
    var figures = 0
    /// Digits behind the point of the last figure.
    var decimals = 0
    /// Whether a minus or a plus stands before it.
    var sign: Double?
    var side: PositionToken.Side?
    var form = PositionToken.SideForm.capital
    /// Whether the side stands close to the figures.
    var isTight = false
    /// Whether "latitude" or "longitude" names it.
    var label: Bool?
    /// Whether a mark or word for degrees stands in it.
    var hasDegreeMark = false
    /// Whether degrees and minutes are run together: "3651N".
    var isPacked = false
    /// The digits run together before the point.
    var digits = 0
    /// Whether dashes join its figures: "36-51N".
    var isDashed = false

    /// True for a longitude, false for a latitude, nil where neither letter nor word tells or they contradict.
    var isLongitude: Bool? {
        guard let side else { return label }
        guard let label, label != side.isLongitude else { return side.isLongitude }
        return nil
    }

    /// The signed degrees; nil where a sign and a side both stand.
    var degrees: Double? {
        guard let side else { return (sign ?? 1) * size }
        return sign == nil ? (side.isNegative ? -size : size) : nil
    }

    /// Whether it is more than a bare number with a letter: runs and dashes stand in numbers of other things, unless
    /// the letter stands close.
    var isPlain: Bool {
        if isPacked { return isTight }
        if isDashed { return isTight || decimals > 0 }
        let isExact = label != nil || hasDegreeMark
        return switch form {
        case .capital: isExact || figures > 1 || decimals > 0
        case .smallLetter: isExact || figures > 1 || decimals > 2
        case .word: isExact || decimals > 1
        }
    }

    /// Whether it is one even where the two are joined as things are counted: "5.5 N and 3.2 W" are units.
    var isBeyondUnits: Bool {
        figures > 1 || hasDegreeMark || isPacked || label != nil || decimals > 2
    }
}
