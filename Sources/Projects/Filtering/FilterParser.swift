/// Reads a filter in the text form of CQL2, by recursive descent to a bounded depth.
struct FilterParser {
    typealias Operand = FilterExpression.Operand

    let maker: FilterMaker
    private let tokens: [FilterToken]
    private var index = 0
    private var depth = 0

    /// How deep brackets and NOT may lie in one another.
    static let deepest = 48

    private init(_ tokens: [FilterToken], _ maker: FilterMaker) {
        self.tokens = tokens
        self.maker = maker
    }

    /// The expression of a filter.
    static func expression(
        of text: String, by maker: FilterMaker
    ) throws(FilterError) -> FilterExpression {
        var parser = FilterParser(try FilterLexer.tokens(of: text), maker)
        let expression = try parser.alternatives()
        guard parser.token.kind == .end else {
            throw parser.unexpected("AND, OR or the end")
        }
        return expression
    }

    var token: FilterToken { tokens[min(index, tokens.count - 1)] }

    /// Whether a bracket opens behind the next word.
    private var isCall: Bool { tokens[min(index + 1, tokens.count - 1)].kind == .sign("(") }

    func unexpected(_ wanted: String) -> FilterError {
        FilterError(token.place, "\(token.told) stands where \(wanted) is expected")
    }

    /// Goes on where a word of the language, or a sign, is next.
    mutating func takes(_ wanted: String) -> Bool {
        switch token.kind {
        case .word(let word) where word.uppercased() == wanted: break
        case .sign(wanted): break
        default: return false
        }
        index += 1
        return true
    }

    /// Goes on behind whatever is next.
    mutating func skip() { index += 1 }

    mutating func take(_ wanted: String) throws(FilterError) {
        guard takes(wanted) else { throw unexpected("\"\(wanted)\"") }
    }

    /// Goes on behind a text.
    mutating func takeText(_ wanted: String) throws(FilterError) -> String {
        guard case .text(let text) = token.kind else { throw unexpected(wanted) }
        index += 1
        return text
    }

    /// Goes on behind a number.
    mutating func takeNumber() throws(FilterError) -> Double {
        guard case .number(let number) = token.kind else { throw unexpected("a number") }
        index += 1
        return number
    }

    private mutating func alternatives() throws(FilterError) -> FilterExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw FilterError(token.place, "more than \(Self.deepest) brackets lie in one another")
        }
        var parts = [try conjunction()]
        while takes("OR") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(FilterError) -> FilterExpression {
        var parts = [try negation()]
        while takes("AND") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negation() throws(FilterError) -> FilterExpression {
        var isNegated = false
        while takes("NOT") { isNegated.toggle() }
        let part = try primary()
        return isNegated ? .not(part) : part
    }

    private mutating func primary() throws(FilterError) -> FilterExpression {
        if takes("(") {
            let inner = try alternatives()
            try take(")")
            return inner
        }
        if case .word(let word) = token.kind {
            let name = word.uppercased()
            if isCall, name == "S_INTERSECTS" { return try spatial() }
            if isCall, let relation = FilterExpression.Relation(rawValue: name) {
                return try temporal(relation)
            }
            if isCall, name != "DATE", name != "TIMESTAMP" {
                let known =
                    ["S_INTERSECTS"] + FilterExpression.Relation.allCases.map(\.rawValue)
                throw FilterError(
                    token.place,
                    "there is no function \(FilterError.quoted(word)); there are: \(known.joined(separator: ", "))"
                )
            }
        }
        let place = token.place
        if case .word(let word) = token.kind, ["TRUE", "FALSE"].contains(word.uppercased()) {
            let operand = try operand()
            guard case .sign = token.kind, !isAtEnd else {
                return .constant(operand == .truth(true))
            }
            return try predicate(of: operand, at: place)
        }
        return try predicate(of: try operand(), at: place)
    }

    /// Whether a bracket closes here.
    private var isAtEnd: Bool { token.kind == .sign(")") }

    /// A property or a value.
    private mutating func operand() throws(FilterError) -> Operand {
        let place = token.place
        switch token.kind {
        case .text(let text):
            index += 1
            return .text(text)
        case .number(let number):
            index += 1
            return .number(number)
        case .name(let name):
            index += 1
            return .property(try maker.property(name, at: place))
        case .word(let word):
            switch word.uppercased() {
            case "TRUE", "FALSE":
                index += 1
                return .truth(word.uppercased() == "TRUE")
            // There is a property of this name, too.
            case "DATE" where isCall, "TIMESTAMP" where isCall: return .day(try day())
            case "AND", "OR", "NOT", "LIKE", "IN", "BETWEEN", "IS", "NULL":
                throw unexpected("a property or a value")
            default:
                index += 1
                return .property(try maker.property(word, at: place))
            }
        case .sign, .end: throw unexpected("a property or a value")
        }
    }

    /// DATE('2023-06-09') or TIMESTAMP('2023-06-09T12:00:00Z').
    mutating func day() throws(FilterError) -> String {
        index += 1
        try take("(")
        let place = token.place
        let words = try takeText("a day in quotes")
        try take(")")
        return try FilterMaker.day(words, at: place)
    }

    private mutating func predicate(
        of value: Operand, at place: String
    ) throws(FilterError) -> FilterExpression {
        if case .sign(let sign) = token.kind,
            let comparison = FilterExpression.Comparison(rawValue: sign)
        {
            index += 1
            return try maker.compare(value, comparison, try operand(), at: place)
        }
        if takes("IS") {
            let isNegated = takes("NOT")
            try take("NULL")
            guard case .property(let property) = value else {
                throw FilterError(place, "only a property can be NULL")
            }
            return isNegated ? .not(.isNull(property)) : .isNull(property)
        }
        let isNegated = takes("NOT")
        let found: FilterExpression
        if takes("LIKE") {
            found = try maker.like(value, try takeText("a pattern in quotes"), at: place)
        } else if takes("BETWEEN") {
            let low = try operand()
            try take("AND")
            found = try maker.between(value, low, try operand(), at: place)
        } else if takes("IN") {
            try take("(")
            var others = [try operand()]
            while takes(",") { others.append(try operand()) }
            try take(")")
            found = try maker.among(value, others, at: place)
        } else {
            throw unexpected("a comparison, LIKE, BETWEEN, IN or IS NULL")
        }
        return isNegated ? .not(found) : found
    }
}
