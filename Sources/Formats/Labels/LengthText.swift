internal import Geodesy
internal import Movements
internal import RouteMaps

/// Lengths for people: "845 km", "8,950 km", "3.2 km".
enum LengthText {
    /// Kilometres: whole ones with commas, below ten with one decimal.
    static func kilometres(_ distance: Distance) -> String {
        figure(distance.kilometres) + " km"
    }

    /// Kilometres of what is known only roughly, to two figures: "about 2,300 km".
    static func about(_ distance: Distance) -> String {
        "about " + figure(rounded(distance.kilometres, figures: 2)) + " km"
    }

    /// A number with so many significant figures.
    static func rounded(_ value: Double, figures: Int) -> Double {
        guard value >= 1 else { return value }
        var unit = 1.0
        while value / unit >= 10 { unit *= 10 }
        for _ in 1..<figures { unit /= 10 }
        return (value / unit).rounded() * unit
    }

    /// A figure without a unit, written as lengths are.
    static func figure(_ value: Double) -> String {
        guard value >= 9.95 else { return DecimalText.string(value, decimals: 1) }
        return grouped(DecimalText.string(value, decimals: 0))
    }

    /// Digits in groups of three from the right.
    static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}

extension Leg {
    /// Its length in a few words: as drawn, or an interval, or the straight one where the way is unknown.
    var lengthText: String {
        if let assumed, assumed.kind == .display {
            return assumed.isWithin ? "not measured" : LengthText.about(geodesic)
        }
        if let drawn, !isSchematic {
            guard let assumed, assumed.kind == .port else { return LengthText.kilometres(drawn) }
            // Exact between ports, but the ports are our own choice.
            guard let range = assumed.range else { return LengthText.about(drawn) }
            let ends = [range.lowerBound, range.upperBound].map {
                LengthText.figure(LengthText.rounded($0.kilometres, figures: 2))
            }
            // An interval that rounds to one figure tells nothing more.
            guard ends[0] != ends[1] else { return LengthText.about(drawn) }
            return LengthText.about(drawn) + " (" + ends.joined(separator: " to ") + ")"
        }
        if let range {
            return LengthText.figure(range.lowerBound.kilometres) + " to "
                + LengthText.kilometres(range.upperBound)
        }
        return LengthText.kilometres(geodesic) + " straight"
    }
}

extension Route {
    /// The sum of its legs as drawn; nil where there is none or one is schematic.
    var drawnLength: Distance? {
        guard !legs.isEmpty else { return nil }
        var sum = Distance.zero
        for leg in legs {
            guard let drawn = leg.drawn, !leg.isSchematic else { return nil }
            sum += drawn
        }
        return sum
    }

    /// Its length in a few words; what was moved there to be used goes no way that could be measured.
    var lengthText: String {
        if movement.relation == .use { return "not measured" }
        if legs.count == 1 { return legs[0].lengthText }
        if let drawnLength {
            return legs.contains { $0.assumed != nil }
                ? LengthText.about(drawnLength) : LengthText.kilometres(drawnLength)
        }
        guard !legs.isEmpty else { return "not drawn" }
        return "partly measured"
    }

    /// The length of one of its legs in a few words, or its own.
    func lengthText(of leg: Leg?) -> String {
        movement.relation == .use ? lengthText : leg?.lengthText ?? lengthText
    }
}
