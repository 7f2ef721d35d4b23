/// Splits the text of a position into its two angles.
struct CoordinateReader {
    /// One angle as written: up to three figures (degrees, minutes, seconds) and perhaps a letter.
    struct Angle {
        var figures: [Double] = []
        var isNegative = false
        var letter: UInt8?

        /// True for E and W, false for N and S, nil without a letter.
        var isLongitude: Bool? {
            letter.map { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "W") }
        }

        /// The signed degrees.
        func degrees() throws(CoordinateParsingError) -> Double {
            for figure in figures.dropFirst() where figure >= 60 {
                throw .minutesOutOfRange(figure)
            }
            let size = zip(figures, [1.0, 60, 3_600]).reduce(0) { $0 + $1.0 / $1.1 }
            let south = letter == UInt8(ascii: "S") || letter == UInt8(ascii: "W")
            return isNegative != south ? -size : size
        }
    }

    private let text: String
    private var angles: [Angle] = []
    private var current = Angle()

    init(_ text: String) {
        self.text = text
    }

    /// The two angles of the text.
    mutating func read() throws(CoordinateParsingError) -> (Angle, Angle) {
        for token in try CoordinateToken.tokens(of: text) { try take(token) }
        try close()
        if angles.count == 1, angles[0].letter == nil, angles[0].figures.count.isMultiple(of: 2) {
            try splitBlanks()
        }
        guard angles.count == 2 else { throw .notAPosition(text) }
        for angle in angles where angle.isNegative && angle.letter != nil {
            throw .notAPosition(text)
        }
        return (angles[0], angles[1])
    }

    private mutating func take(_ token: CoordinateToken) throws(CoordinateParsingError) {
        switch token {
        case .figure(let value, let isNegative):
            if isNegative {
                if !current.figures.isEmpty { try close() }
                current.isNegative = true
            }
            guard current.figures.count < 6 else { throw .notAPosition(text) }
            current.figures.append(value)
        case .degreeMark:
            // A degree mark after a second figure starts the next angle: 36.85° 53.36°.
            if current.figures.count > 1, let last = current.figures.popLast() {
                try close()
                current.figures = [last]
            }
        case .letter(let letter):
            if current.figures.isEmpty {
                guard current.letter == nil else { throw .notAPosition(text) }
                current.letter = letter
            } else if current.letter != nil {
                // Letters lead: N 36.85 E 53.36.
                try close()
                current.letter = letter
            } else {
                current.letter = letter
                try close()
            }
        case .separator:
            if !current.figures.isEmpty { try close() }
        }
    }

    private mutating func close() throws(CoordinateParsingError) {
        if current.figures.isEmpty, current.letter == nil { return }
        guard !current.figures.isEmpty, angles.count < 2 else { throw .notAPosition(text) }
        angles.append(current)
        current = Angle()
    }

    /// "36.85 53.36" is one run of figures: the halves are the two angles.
    private mutating func splitBlanks() throws(CoordinateParsingError) {
        let run = angles[0]
        let half = run.figures.count / 2
        angles = [
            Angle(figures: Array(run.figures[..<half]), isNegative: run.isNegative),
            Angle(figures: Array(run.figures[half...])),
        ]
    }
}
