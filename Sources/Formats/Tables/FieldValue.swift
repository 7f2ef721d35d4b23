/// A cell of a flat record.
enum FieldValue: Sendable, Hashable {
    case none
    case text(String)
    case integer(Int)
    /// A figure and the decimals it is written with.
    case real(Double, decimals: Int)
    case flag(Bool)

    /// A text cell, empty for nil.
    static func optional(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .none }
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
