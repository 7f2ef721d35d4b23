/// One thing that files tell of a route, a leg or a place: its name there, its unit, what it means, its value.
///
/// `RouteFacts`, `LegFacts` and `PlaceFacts` are the lists; every writer goes through them, so that what is added
/// there reaches every format.
struct Fact<Subject>: Sendable {
    /// The name in objects with keys.
    let name: String
    /// The name of its column in flat records, by default the same.
    let column: String
    /// What its values are.
    let kind: Field.Kind
    /// The unit of a figure.
    let unit: Unit?
    /// What people are told it is: "Carried by".
    let label: String
    /// What it means, in one phrase.
    let meaning: String
    /// Where an object of the `batch` contract has it, keys joined by slashes; nil where it has not.
    let path: String?
    /// Its value for a subject.
    let value: @Sendable (Subject) -> FieldValue

    init(
        _ name: String, column: String? = nil, _ kind: Field.Kind = .text, in unit: Unit? = nil,
        label: String, _ meaning: String, path: String? = nil,
        value: @escaping @Sendable (Subject) -> FieldValue
    ) {
        self.name = name
        self.column = column ?? name
        self.kind = kind
        self.unit = unit
        self.label = label
        self.meaning = meaning
        self.path = path
        self.value = value
    }

    /// The units that figures have.
    enum Unit: String, Sendable {
        case kilometres = "km"
        case degrees = "degrees, WGS 84"
        case share = "0 to 1"
    }

    /// Its column in a flat record.
    var field: Field { Field(column, kind) }

    /// The same fact told of something that has such a subject.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Subject) -> Fact<Whole> {
        let value = value
        return Fact<Whole>(
            name, column: column, kind, in: unit.flatMap { .init(rawValue: $0.rawValue) },
            label: label, meaning, path: path
        ) { value(part($0)) }
    }
}
