internal import Foundation

/// Reads a filter in the JSON form of CQL2: {"op": ..., "args": [...]}.
struct FilterJSON {
    private typealias Operand = FilterExpression.Operand
    private typealias Object = [String: Any]

    private let maker: FilterMaker
    private var depth = 0

    /// The expression of a filter.
    static func expression(
        of text: String, by maker: FilterMaker
    ) throws(FilterError) -> FilterExpression {
        guard
            let root = try? JSONSerialization.jsonObject(
                with: Data(text.utf8), options: .fragmentsAllowed)
        else { throw FilterError("the whole", "this is no JSON") }
        return try FilterJSON(maker: maker).expression(root, "")
    }

    private init(maker: FilterMaker) {
        self.maker = maker
    }

    private static func place(_ path: String) -> String { path.isEmpty ? "the top" : path }

    private func fault(_ path: String, _ message: String) -> FilterError {
        FilterError(Self.place(path), message)
    }

    /// A truth value, as opposed to a number.
    private static func truth(_ value: Any) -> Bool? {
        guard let number = value as? NSNumber, !(value is String),
            [UInt8(ascii: "c"), UInt8(ascii: "B")].contains(
                UInt8(bitPattern: number.objCType.pointee))
        else { return nil }
        return number.boolValue
    }

    private func expression(_ value: Any, _ path: String) throws(FilterError) -> FilterExpression {
        var inner = self
        inner.depth += 1
        guard inner.depth <= FilterParser.deepest else {
            throw fault(path, "more than \(FilterParser.deepest) lie in one another")
        }
        if let truth = Self.truth(value) { return .constant(truth) }
        guard let object = value as? Object, let name = object["op"] as? String,
            let arguments = object["args"] as? [Any]
        else { throw fault(path, "an object with \"op\" and \"args\" is expected") }
        return try inner.operation(name, arguments, path.isEmpty ? "args" : path + ".args")
    }

    private func operation(
        _ name: String, _ arguments: [Any], _ path: String
    ) throws(FilterError) -> FilterExpression {
        func counted(_ count: Int) throws(FilterError) {
            guard arguments.count == count else {
                throw fault(path, "\(FilterError.quoted(name)) has \(count) arguments")
            }
        }
        let place = Self.place(path)
        switch name.lowercased() {
        case "and", "or":
            var parts: [FilterExpression] = []
            for (index, argument) in arguments.enumerated() {
                parts.append(try expression(argument, "\(path)[\(index)]"))
            }
            guard parts.count > 1 else {
                throw fault(path, "\"\(name)\" has two arguments or more")
            }
            return name.lowercased() == "and" ? .all(parts) : .any(parts)
        case "not":
            try counted(1)
            return .not(try expression(arguments[0], path + "[0]"))
        case "like":
            try counted(2)
            guard let pattern = arguments[1] as? String else {
                throw fault(path + "[1]", "a pattern is a text")
            }
            return try maker.like(operand(arguments[0], path + "[0]"), pattern, at: place)
        case "between":
            try counted(3)
            return try maker.between(
                operand(arguments[0], path + "[0]"), operand(arguments[1], path + "[1]"),
                operand(arguments[2], path + "[2]"), at: place)
        case "in":
            try counted(2)
            var others: [Operand] = []
            for (index, item) in (arguments[1] as? [Any] ?? []).enumerated() {
                others.append(try operand(item, "\(path)[1][\(index)]"))
            }
            return try maker.among(operand(arguments[0], path + "[0]"), others, at: place)
        case "isnull":
            try counted(1)
            guard case .property(let property) = try operand(arguments[0], path + "[0]") else {
                throw fault(path + "[0]", "only a property can be null")
            }
            return .isNull(property)
        case "s_intersects":
            try counted(2)
            return try intersects(arguments, path)
        default: break
        }
        try counted(2)
        if let relation = FilterExpression.Relation(rawValue: name.uppercased()) {
            return .temporal(
                relation, try span(arguments[0], path + "[0]"), try span(arguments[1], path + "[1]")
            )
        }
        guard let comparison = FilterExpression.Comparison(rawValue: name) else {
            throw fault(path, "there is no \"op\" \(FilterError.quoted(name)) here")
        }
        return try maker.compare(
            operand(arguments[0], path + "[0]"), comparison, operand(arguments[1], path + "[1]"),
            at: place)
    }

    private func name(_ value: Any) -> String? { (value as? Object)?["property"] as? String }

    private func operand(_ value: Any, _ path: String) throws(FilterError) -> Operand {
        if let name = name(value) {
            return .property(try maker.property(name, at: Self.place(path)))
        }
        if let text = value as? String { return .text(text) }
        if let truth = Self.truth(value) { return .truth(truth) }
        if let object = value as? Object,
            let words = object["date"] as? String ?? object["timestamp"] as? String
        {
            return .day(try FilterMaker.day(words, at: Self.place(path)))
        }
        guard let number = value as? Double, number.isFinite else {
            throw fault(path, "a property or a value is expected")
        }
        return .number(number)
    }

    private func intersects(
        _ arguments: [Any], _ path: String
    ) throws(FilterError) -> FilterExpression {
        let names = arguments.map(name)
        guard let index = names.firstIndex(where: { $0 != nil }), let name = names[index],
            try maker.property(name, at: "\(path)[\(index)]").kind == .shape
        else { throw fault(path, "one is the property \"geometry\"") }
        let other = "\(path)[\(1 - index)]"
        let literal = arguments[1 - index] as? Object
        if let edges = literal?["bbox"] as? [Any] {
            let numbers = edges.compactMap { $0 as? Double }.filter(\.isFinite)
            guard numbers.count == edges.count else { throw fault(other, "a bbox is of numbers") }
            return .intersects(try FilterMaker.box(numbers, at: other))
        }
        guard let shape = PlanarShape(geoJSON: literal), let frame = shape.frame,
            frame.west >= -180, frame.east <= 180, frame.south >= -90, frame.north <= 90,
            shape.areas.joined().allSatisfy({ $0.count >= 4 && $0.first == $0.last })
        else { throw fault(other, "a geometry of GeoJSON in degrees, or a bbox, is expected") }
        return .intersects(shape)
    }

    private func span(_ value: Any, _ path: String) throws(FilterError) -> FilterExpression.Span {
        let place = Self.place(path)
        if let name = name(value) { return try maker.span(name, at: place) }
        guard let object = value as? Object else {
            throw fault(path, "a property, a date, a timestamp or an interval is expected")
        }
        if let ends = object["interval"] as? [Any] {
            let words = ends.compactMap { $0 as? String }
            guard ends.count == 2, words.count == 2 else {
                throw fault(path, "an interval has two ends, each a text")
            }
            return try FilterMaker.span(from: words[0], to: words[1], at: place)
        }
        guard let words = object["date"] as? String ?? object["timestamp"] as? String else {
            throw fault(path, "a property, a date, a timestamp or an interval is expected")
        }
        let day = try FilterMaker.day(words, at: place)
        return .days(day, day)
    }
}
