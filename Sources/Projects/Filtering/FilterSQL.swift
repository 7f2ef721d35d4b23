internal import Foundation
internal import GRDB

/// A filter as a condition of SQLite: nothing of the filter itself stands in it, but all is bound.
struct FilterSQL {
    /// The condition, with question marks.
    private(set) var condition = ""
    /// What stands for them.
    private(set) var arguments = StatementArguments()
    /// The shapes that `meets_shape` is asked about, by their numbers.
    private(set) var shapes: [PlanarShape] = []

    /// A condition for an expression.
    init(_ expression: FilterExpression) {
        condition = sql(expression)
    }

    /// A function that breaks a query off which takes longer than a while.
    static func clock(_ limit: Duration) -> DatabaseFunction {
        let end = ContinuousClock.now + limit
        return DatabaseFunction("in_time", argumentCount: 0, pure: false) { _ in
            guard ContinuousClock.now < end else {
                throw DatabaseError(resultCode: .SQLITE_INTERRUPT, message: "in_time")
            }
            return 1
        }
    }

    /// A function that tells whether the geometry of a feature meets a shape.
    var meeting: DatabaseFunction {
        DatabaseFunction("meets_shape", argumentCount: 2, pure: true) { [shapes] values in
            guard let text = String.fromDatabaseValue(values[0]),
                let number = Int.fromDatabaseValue(values[1]), shapes.indices.contains(number),
                let geometry = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
                let shape = PlanarShape(geoJSON: geometry)
            else { return nil }
            return shape.meets(shapes[number])
        }
    }

    private mutating func bound(_ value: any DatabaseValueConvertible) -> String {
        arguments += [value]
        return "?"
    }

    private mutating func member(_ path: String) -> String {
        "json_extract(CAST(json AS TEXT), \(bound(path)))"
    }

    private mutating func sql(_ operand: FilterExpression.Operand) -> String {
        switch operand {
        // The name is one of those that the table of queryables has.
        case .property(let property): member("$.properties.\"\(property.name)\"")
        case .text(let text): bound(text)
        case .number(let number): bound(number)
        case .truth(let truth): bound(truth ? 1 : 0)
        case .day(let day): bound(day)
        }
    }

    private mutating func sql(_ expression: FilterExpression) -> String {
        switch expression {
        case .constant(let truth): return truth ? "1" : "0"
        case .all(let parts): return joined(parts[...], " AND ")
        case .any(let parts): return joined(parts[...], " OR ")
        case .not(let part): return "(NOT \(sql(part)))"
        case .compare(let left, let comparison, let right):
            return "(\(sql(left)) \(comparison.rawValue) \(sql(right)))"
        case .like(let value, let pattern):
            return "(\(sql(value)) GLOB \(bound(Self.glob(pattern))))"
        case .between(let value, let low, let high):
            return "(\(sql(value)) BETWEEN \(sql(low)) AND \(sql(high)))"
        case .among(let value, let others):
            let value = sql(value)
            var all: [String] = []
            for other in others { all.append(sql(other)) }
            return "(\(value) IN (\(all.joined(separator: ","))))"
        case .isNull(let property):
            switch property.kind {
            case .days: return "(first_day IS NULL)"
            case .shape: return "(west IS NULL)"
            case .text, .number, .truth, .day: return "(\(sql(.property(property))) IS NULL)"
            }
        case .intersects(let shape): return sql(shape)
        case .temporal(let relation, let first, let second):
            return sql(relation, first, second)
        }
    }

    /// As a tree that is as deep as its parts are many in the logarithm: SQLite refuses deep ones.
    private mutating func joined(
        _ parts: ArraySlice<FilterExpression>, _ word: String
    ) -> String {
        guard parts.count > 1 else { return parts.first.map { sql($0) } ?? "1" }
        let middle = parts.startIndex + parts.count / 2
        return "(\(joined(parts[..<middle], word))\(word)\(joined(parts[middle...], word)))"
    }

    private mutating func sql(_ shape: PlanarShape) -> String {
        guard let frame = shape.frame else { return "0" }
        var near: [String] = []
        let boxes = shape.isBoxes ? shape.boxes : [frame]
        for box in boxes {
            near.append("(west <= ? AND east >= ? AND south <= ? AND north >= ?)")
            arguments += [box.east, box.west, box.north, box.south]
        }
        shapes.append(shape)
        let geometry = member("$.geometry")
        // A point that meets a box needs no second look.
        let isPoint = shape.isBoxes ? "(west = east AND south = north) OR " : ""
        return
            "((\(near.joined(separator: " OR "))) AND (\(isPoint)meets_shape(\(geometry), \(shapes.count - 1))))"
    }

    private enum End {
        case first, last
    }

    private mutating func end(_ end: End, of span: FilterExpression.Span) -> String {
        switch (span, end) {
        case (.property(let property), .first) where property.kind == .days: "first_day"
        case (.property(let property), .last) where property.kind == .days: "last_day"
        case (.property(let property), _): sql(.property(property))
        // An open end is before or behind every day.
        case (.days(let first, _), .first): bound(first ?? "")
        case (.days(_, let last), .last): bound(last ?? "9999-99-99")
        }
    }

    private mutating func sql(
        _ relation: FilterExpression.Relation, _ one: FilterExpression.Span,
        _ other: FilterExpression.Span
    ) -> String {
        let (left, right): ((End, String, End), (String, End, String, End)?) =
            switch relation {
            case .after: ((.first, ">", .last), nil)
            case .before: ((.last, "<", .first), nil)
            case .during: ((.first, ">", .first), ("AND", .last, "<", .last))
            case .equals: ((.first, "=", .first), ("AND", .last, "=", .last))
            case .intersects: ((.first, "<=", .last), ("AND", .last, ">=", .first))
            case .disjoint: ((.first, ">", .last), ("OR", .last, "<", .first))
            }
        // Every end is bound where it stands: the order is that of the question marks.
        var words = "\(end(left.0, of: one)) \(left.1) \(end(left.2, of: other))"
        if let right {
            words += " \(right.0) \(end(right.1, of: one)) \(right.2) \(end(right.3, of: other))"
        }
        return "(\(words))"
    }

    /// A pattern as GLOB has it, which tells capitals from small letters as CQL2 does.
    static func glob(_ pattern: String) -> String {
        var glob = ""
        var isEscaped = false
        for letter in pattern {
            if letter == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            switch letter {
            case "%" where !isEscaped: glob += "*"
            case "_" where !isEscaped: glob += "?"
            case "*", "?", "[": glob += "[\(letter)]"
            default: glob.append(letter)
            }
            isEscaped = false
        }
        return isEscaped ? glob + "\\" : glob
    }
}
