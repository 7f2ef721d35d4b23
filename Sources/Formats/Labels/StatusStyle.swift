internal import Movements

/// How a status is told in words and drawn: alike in every file, and unlike the dots of a schematic line.
extension Movement.Status {
    /// The status as a reader would say it.
    var words: String {
        switch self {
        case .asserted: "stated"
        case .planned: "planned"
        case .alleged: "alleged"
        case .negated: "denied"
        }
    }

    /// Whether the line is crossed out.
    var isCrossed: Bool { self == .negated }

    /// The strokes and gaps of a line so broad, in its own unit; none for a plain line.
    ///
    /// Long strokes are planned, short ones alleged, dots schematic; what is denied is crossed, not broken.
    func dashes(width: Double, isSchematic: Bool) -> [Double] {
        let dot = isSchematic ? [0.1, width * 2] : []
        return switch self {
        case .asserted, .negated: dot
        case .planned: [width * 5, width * 2] + dot
        case .alleged: [width * 1.7, width * 1.7] + dot
        }
    }

    /// How opaque a line is drawn where files can do no dashes, in 0...1.
    var opacityWithoutDashes: Double {
        switch self {
        case .asserted: 1
        case .planned: 0.75
        case .alleged: 0.5
        case .negated: 0.25
        }
    }
}

extension TransportMode {
    /// The mode as a reader would say it.
    var words: String { self == .unknown ? "way unknown" : rawValue }
}

extension Movement.ModeBasis {
    /// Whether the text says it or it follows from the text.
    var words: String { self == .stated ? "as the text says" : "read from the context" }
}

extension Movement.Relation {
    /// What sort of movement it is, where that is more than a transport.
    var words: String? {
        switch self {
        case .transport: nil
        case .trade: "trade"
        case .link: "standing link"
        case .use: "used there"
        }
    }
}
