internal import Gazetteers
internal import Geodesy

/// The value of a fact, or a cell of a flat record.
enum FieldValue: Sendable, Hashable {
    case none
    case text(String)
    case integer(Int)
    /// A figure and the decimals it is written with.
    case real(Double, decimals: Int)
    case flag(Bool)
    /// Several texts, joined by semicolons where a cell must hold them all.
    case list([String])
    /// Stretches of the text, joined by dots where a cell must hold them all.
    case spans([TextSpan])

    /// A text; none for nil.
    static func optional(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .none }

    /// A whole number; none for nil.
    static func optional(_ number: Int?) -> FieldValue { number.map { .integer($0) } ?? .none }

    /// Degrees to six decimals, about ten centimetres.
    static func degrees(_ value: Double?) -> FieldValue {
        value.map { .real($0, decimals: 6) } ?? .none
    }

    /// Kilometres to 100 m.
    static func kilometres(_ distance: Distance?) -> FieldValue {
        distance.map { .real($0.kilometres, decimals: 1) } ?? .none
    }

    /// A share in 0...1.
    static func share(_ value: Double) -> FieldValue { .real(value, decimals: 3) }

    /// Places with their kind and id.
    static func places(_ places: some Collection<Place>) -> FieldValue {
        some(places.map { "\($0.label), \($0.kind.rawValue), \($0.id.rawValue)" })
    }

    /// A list; none for one without members.
    static func some(_ texts: [String]) -> FieldValue { texts.isEmpty ? .none : .list(texts) }

    /// The value as text; nil for none.
    var text: String? {
        switch self {
        case .none: nil
        case .text(let text): text
        case .integer(let value): String(value)
        case .real(let value, let decimals):
            value.isFinite ? DecimalText.string(value, decimals: decimals) : nil
        case .flag(let value): value ? "true" : "false"
        case .list(let texts): texts.isEmpty ? nil : texts.joined(separator: "; ")
        case .spans(let spans):
            spans.isEmpty
                ? nil : spans.map { TerminalText.trimmed($0.text) }.joined(separator: " … ")
        }
    }

    /// The value as one that a cell can hold.
    var cell: FieldValue {
        switch self {
        case .list, .spans: .optional(text)
        default: self
        }
    }
}

/// Words of a text with their offsets in code points.
struct TextSpan: Sendable, Hashable {
    let start: Int
    let end: Int
    let text: String
}

/// A column of a flat record.
struct Field: Sendable {
    /// What a column holds.
    enum Kind: Sendable { case text, integer, real, flag, day }

    let name: String
    let kind: Kind

    init(_ name: String, _ kind: Kind = .text) {
        self.name = name
        self.kind = kind
    }
}
