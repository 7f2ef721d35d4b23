internal import Foundation

/// Makes expressions of what a filter names, and refuses what does not fit: the same for a filter as text and as JSON.
struct FilterMaker {
    typealias Operand = FilterExpression.Operand

    private let properties: [String: Queryable]

    /// A maker for the filters of a collection.
    init(_ collection: ProjectFeature.Collection) {
        properties = Dictionary(
            Queryable.all(of: collection).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The property of a name.
    func property(_ name: String, at place: String) throws(FilterError) -> Queryable {
        guard let property = properties[name] else {
            throw FilterError(
                place,
                "there is no property \(FilterError.quoted(name)); /queryables lists those there are"
            )
        }
        return property
    }

    /// A comparison of two values of one kind.
    func compare(
        _ left: Operand, _ comparison: FilterExpression.Comparison, _ right: Operand,
        at place: String
    ) throws(FilterError) -> FilterExpression {
        let (left, right) = try (fitting(left, to: right, place), fitting(right, to: left, place))
        if left.kind == .truth, comparison != .equal, comparison != .unequal {
            throw FilterError(place, "what is true or false is neither less nor more")
        }
        return .compare(left, comparison, right)
    }

    /// Whether a value lies between two others or is one of them.
    func between(
        _ value: Operand, _ low: Operand, _ high: Operand, at place: String
    ) throws(FilterError) -> FilterExpression {
        let (low, high) = try (fitting(low, to: value, place), fitting(high, to: value, place))
        guard value.kind == .number || value.kind == .day else {
            throw FilterError(place, "BETWEEN is for numbers and days")
        }
        return .between(value, low, high)
    }

    /// Whether a value is one of some.
    func among(
        _ value: Operand, _ others: [Operand], at place: String
    ) throws(FilterError) -> FilterExpression {
        var fitted: [Operand] = []
        for other in others { fitted.append(try fitting(other, to: value, place)) }
        guard !fitted.isEmpty else { throw FilterError(place, "IN needs a value") }
        return .among(value, fitted)
    }

    /// Whether a text is of a pattern.
    func like(
        _ value: Operand, _ pattern: String, at place: String
    ) throws(FilterError) -> FilterExpression {
        guard value.kind == .text else { throw FilterError(place, "LIKE is for texts") }
        return .like(value, pattern)
    }

    /// A value as it can be compared with another: a text that is a day, where the other is one.
    private func fitting(
        _ operand: Operand, to other: Operand, _ place: String
    ) throws(FilterError) -> Operand {
        switch operand {
        case .property(let property) where property.kind == .days:
            throw FilterError(
                place, "\"\(property.name)\" is asked for by T_AFTER, T_BEFORE, T_DURING")
        case .property(let property) where property.kind == .shape:
            throw FilterError(place, "\"\(property.name)\" is asked for by S_INTERSECTS")
        default: break
        }
        if operand.kind == other.kind { return operand }
        if other.kind == .day, case .text(let words) = operand {
            return .day(try Self.day(words, at: place))
        }
        // The other one will fit to this.
        if operand.kind == .day, case .text = other { return operand }
        throw FilterError(
            place, "\(Self.told(operand)) cannot be compared with \(Self.told(other))")
    }

    private static func told(_ operand: Operand) -> String {
        let kind =
            switch operand.kind {
            case .text: "a text"
            case .number: "a number"
            case .truth: "true or false"
            case .day: "a day"
            case .days: "days"
            case .shape: "a geometry"
            }
        if case .property(let property) = operand { return "\"\(property.name)\" (\(kind))" }
        return kind
    }

    /// A day of a date, or of an instant, of which only the day counts.
    static func day(_ words: String, at place: String) throws(FilterError) -> String {
        let date = #/[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/#
        let clock = #/[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})/#
        if let day = words.prefixMatch(of: date) {
            let rest = words[day.range.upperBound...]
            if rest.isEmpty || (try? clock.wholeMatch(in: rest)) != nil {
                return String(day.output.0)
            }
        }
        throw FilterError(
            place, "\(FilterError.quoted(words)) is no day or time as 2023-06-09T12:00:00Z")
    }

    /// The span that a property has.
    func span(_ name: String, at place: String) throws(FilterError) -> FilterExpression.Span {
        let property = try property(name, at: place)
        guard property.kind == .days || property.kind == .day else {
            throw FilterError(place, "\"\(name)\" is no time")
        }
        return .property(property)
    }

    /// The span between two days, each nil or ".." where it is open.
    static func span(
        from first: String, to last: String, at place: String
    ) throws(FilterError) -> FilterExpression.Span {
        let first = first == ".." ? nil : try day(first, at: place)
        let last = last == ".." ? nil : try day(last, at: place)
        guard first ?? "" <= last ?? "9999-12-31" else {
            throw FilterError(place, "the interval ends before it begins")
        }
        return .days(first, last)
    }

    /// The shape of a box, two where it lies over the antimeridian.
    static func box(_ edges: [Double], at place: String) throws(FilterError) -> PlanarShape {
        guard edges.count == 4 || edges.count == 6 else {
            throw FilterError(place, "a BBOX has four numbers: west, south, east, north")
        }
        let (west, south) = (edges[0], edges[1])
        let (east, north) = edges.count == 4 ? (edges[2], edges[3]) : (edges[3], edges[4])
        guard south <= north, abs(south) <= 90, abs(north) <= 90, abs(west) <= 180,
            abs(east) <= 180
        else {
            throw FilterError(place, "the BBOX is out of range, or its south is north of its north")
        }
        var shape = PlanarShape()
        if west <= east {
            shape.add(.init(west: west, south: south, east: east, north: north))
        } else {
            shape.add(.init(west: west, south: south, east: 180, north: north))
            shape.add(.init(west: -180, south: south, east: east, north: north))
        }
        shape.isBoxes = true
        return shape
    }
}
