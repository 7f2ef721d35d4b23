/// The labelled places of one shipment or voyage, gathered over a line or several.
struct NotationRecord {
    /// A label with the places behind it.
    struct Field {
        let label: NotationLabel
        let places: [Int]
        let labelRange: Range<Int>
        let line: Range<Int>
    }

    var fields: [Field] = []
    /// Whether the lines are the head of a letter, which names people.
    var isLetter = false
    /// The mode that words beside the labels tell.
    var mode: TransportMode?

    func places(_ role: NotationLabel.Role) -> [Int] {
        fields.filter { $0.label.role == role }.flatMap(\.places)
    }

    func has(_ role: NotationLabel.Role) -> Bool { fields.contains { $0.label.role == role } }

    /// Whether both ends are named.
    var isComplete: Bool { has(.origin) && (has(.destination) || has(.next)) }

    /// The lines of its fields, each once, in order.
    var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        for field in fields where lines.last != field.line { lines.append(field.line) }
        return lines
    }
}
