internal import Geodesy

/// Reads a position from its pieces: two angles, each told for latitude or longitude by a letter, a word or a label.
///
/// Read are degrees with decimals, degrees and minutes, degrees, minutes and seconds, parted by blanks, marks, words,
/// colons ("05:14.6N") or dashes ("36-51.1N"), and run together ("3651N05321E", as in ICAO's and NAVAREA's messages).
struct PositionGrammar {
    private let tokens: [PositionToken]
    private var next = 0
    /// Whether the position read has its figures run together.
    private(set) var isPacked = false

    init(_ tokens: [PositionToken]) {
        self.tokens = tokens
    }

    /// The position that the pieces begin with, and how many pieces it takes; nil where they are none.
    mutating func position() -> (Coordinate, count: Int)? {
        guard let first = angle() else { return nil }
        let hasAnd = takeSeparator()
        guard let second = angle(), let isLongitude = first.isLongitude,
            second.isLongitude == !isLongitude, isPosition(first, second, hasAnd: hasAnd)
        else { return nil }
        isPacked = first.isPacked
        // Run together, longitudes have a digit more, if need be a nought.
        if isPacked,
            first.digits.isMultiple(of: 2) == isLongitude
                || second.digits.isMultiple(of: 2) != isLongitude || hasAnd
        {
            return nil
        }
        let (north, east) = isLongitude ? (second, first) : (first, second)
        guard let latitude = north.degrees, let longitude = east.degrees else { return nil }
        let position = Coordinate(latitude: latitude, longitude: longitude)
        return position.isValid ? (position, next) : nil
    }

    /// Whether two angles are more than two numbers with letters behind them.
    private func isPosition(
        _ first: PositionAngle, _ second: PositionAngle, hasAnd: Bool
    ) -> Bool {
        guard first.isPlain, second.isPlain, first.isPacked == second.isPacked else { return false }
        // "Lots 12-45S and 13-46E" are counted, not located.
        if hasAnd, first.isDashed || second.isDashed { return false }
        return !hasAnd || first.isBeyondUnits && second.isBeyondUnits
    }

    private func kind(_ ahead: Int = 0) -> PositionToken.Kind? {
        tokens.indices.contains(next + ahead) ? tokens[next + ahead].kind : nil
    }

    private func isGlued(_ ahead: Int = 0) -> Bool {
        tokens.indices.contains(next + ahead) && tokens[next + ahead].isGlued
    }

    /// Takes what parts two angles; tells whether it is "and".
    private mutating func takeSeparator() -> Bool {
        switch kind() {
        case .and:
            next += 1
            // "And a longitude".
            while kind() == .filler { next += 1 }
            return true
        case .separator:
            next += 1
            if kind() == .and { next += 1 }
        case .dash:
            // A dash between angles; before a figure alone it is a minus.
            if isGlued() == isGlued(1) { next += 1 }
        default: break
        }
        return false
    }

    /// An angle with what names it before and behind.
    private mutating func angle() -> PositionAngle? {
        var angle = PositionAngle()
        while takeName(of: &angle, isBehind: false) {
            while kind() == .colon || kind() == .filler { next += 1 }
        }
        switch kind() {
        case .dash where isGlued(1):
            angle.sign = -1
            next += 1
        case .plus where isGlued(1):
            angle.sign = 1
            next += 1
        default: break
        }
        let isNamed = angle.side != nil || angle.label != nil
        angle.isTight = angle.side != nil && isGlued()
        guard takeFigures(of: &angle) else { return nil }
        if isNamed {
            // "Latitude 36.85 north": the other of the two may still follow.
            if angle.side == nil { _ = takeSide(of: &angle) }
        } else {
            while takeName(of: &angle, isBehind: true) {}
        }
        if angle.isPacked, angle.side == nil { return nil }
        return angle
    }

    private mutating func takeName(of angle: inout PositionAngle, isBehind: Bool) -> Bool {
        if case .label(let isLongitude) = kind(), angle.label == nil {
            angle.label = isLongitude
            next += 1
            return true
        }
        return angle.side == nil && takeSide(of: &angle)
    }

    private mutating func takeSide(of angle: inout PositionAngle) -> Bool {
        guard case .side(let side, let form) = kind() else { return false }
        angle.side = side
        angle.form = form
        if angle.figures > 0 { angle.isTight = isGlued() }
        next += 1
        return true
    }

    /// Degrees, and minutes and seconds where there are.
    private mutating func takeFigures(of angle: inout PositionAngle) -> Bool {
        guard case .figure(let whole, let decimals) = kind() else { return false }
        next += 1
        if whole.utf8.count > 3 { return unpack(whole, decimals, to: &angle) }
        var size = Self.value(whole, decimals)
        angle.figures = 1
        angle.decimals = decimals.utf8.count
        let isMarked = takeMark(.degree)
        angle.hasDegreeMark = isMarked
        var unit = 60.0
        var joint: PositionToken.Kind?
        while angle.figures < 3, angle.decimals == 0 {
            let start = next
            guard takeJoint(&joint, isFirst: angle.figures == 1, afterMark: isMarked),
                case .figure(let whole, let decimals) = kind(), whole.utf8.count <= 2,
                joint == nil || isGlued() && whole.utf8.count == 2
            else {
                next = start
                break
            }
            let value = Self.value(whole, decimals)
            guard value < 60 else { return false }
            next += 1
            _ = takeMark(angle.figures == 1 ? .minute : .second)
            size += value / unit
            unit *= 60
            angle.figures += 1
            angle.decimals = decimals.utf8.count
        }
        angle.size = size
        angle.isDashed = joint == .dash
        return true
    }

    /// What joins degrees to minutes and minutes to seconds: blanks or marks, colons, dashes; the same all through.
    private mutating func takeJoint(
        _ joint: inout PositionToken.Kind?, isFirst: Bool, afterMark: Bool
    ) -> Bool {
        guard let here = kind() else { return false }
        let isJoint = (here == .colon || here == .dash) && isGlued() && !afterMark
        if isFirst, isJoint { joint = here }
        guard let known = joint else { return true }
        guard known == here, isGlued() else { return false }
        next += 1
        return true
    }

    private mutating func takeMark(_ mark: PositionToken.Kind) -> Bool {
        guard kind() == mark else { return false }
        next += 1
        return true
    }

    /// Two digits of minutes, perhaps two of seconds, behind two or three of degrees.
    private func unpack(
        _ whole: String, _ decimals: String, to angle: inout PositionAngle
    ) -> Bool {
        let digits = whole.utf8.map { Double($0 - 0x30) }
        guard (4...7).contains(digits.count) else { return false }
        func value(_ range: Range<Int>) -> Double { digits[range].reduce(0) { $0 * 10 + $1 } }
        let degrees = digits.count.isMultiple(of: 2) ? 2 : 3
        let minutes = value(degrees..<degrees + 2)
        let fraction = Self.value("0", decimals)
        angle.size = value(0..<degrees)
        angle.figures = 2
        if digits.count > degrees + 2 {
            let seconds = value(degrees + 2..<degrees + 4) + fraction
            guard seconds < 60 else { return false }
            angle.size += (minutes + seconds / 60) / 60
            angle.figures = 3
        } else {
            angle.size += (minutes + fraction) / 60
        }
        angle.isPacked = true
        angle.digits = digits.count
        angle.decimals = decimals.utf8.count
        return minutes < 60
    }

    private static func value(_ whole: String, _ decimals: String) -> Double {
        Double(whole + "." + (decimals.isEmpty ? "0" : decimals)) ?? 0
    }
}
