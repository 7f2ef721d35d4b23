/// What a filter asks of a feature; every property in it is known, and of a kind that fits.
indirect enum FilterExpression: Sendable, Hashable {
    case constant(Bool)
    case all([FilterExpression])
    case any([FilterExpression])
    case not(FilterExpression)
    case compare(Operand, Comparison, Operand)
    /// Text with % for any letters and _ for one; a backslash before them is for themselves.
    case like(Operand, String)
    case between(Operand, Operand, Operand)
    case among(Operand, [Operand])
    case isNull(Queryable)
    case intersects(PlanarShape)
    case temporal(Relation, Span, Span)

    /// A value, or where it is found.
    enum Operand: Sendable, Hashable {
        case property(Queryable)
        case text(String)
        case number(Double)
        case truth(Bool)
        case day(String)

        /// What the value is.
        var kind: Queryable.Kind {
            switch self {
            case .property(let property): property.kind
            case .text: .text
            case .number: .number
            case .truth: .truth
            case .day: .day
            }
        }
    }

    /// How two values are compared.
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "="
        case unequal = "<>"
        case less = "<"
        case more = ">"
        case atMost = "<="
        case atLeast = ">="
    }

    /// How two spans of days lie to each other.
    enum Relation: String, Sendable, CaseIterable {
        case after = "T_AFTER"
        case before = "T_BEFORE"
        case during = "T_DURING"
        case intersects = "T_INTERSECTS"
        case equals = "T_EQUALS"
        case disjoint = "T_DISJOINT"
    }

    /// A span of days, or where it is found.
    enum Span: Sendable, Hashable {
        case property(Queryable)
        /// From the first to the last; nil where it is open.
        case days(String?, String?)
    }
}
