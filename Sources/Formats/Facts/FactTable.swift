/// Facts as the columns of a flat record, and those that map tools want beside them.
struct FactTable<Subject>: Sendable {
    private let facts: [Fact<Subject>]

    init(_ facts: [Fact<Subject>]) { self.facts = facts }

    /// The columns.
    var fields: [Field] { facts.map(\.field) }

    /// The cells of a subject.
    func values(of subject: Subject) -> [FieldValue] { facts.map { $0.value(subject).cell } }
}

extension FactTable<RouteRecord> {
    static var routes: Self { Self(RouteFacts.all) }
}

extension FactTable<LegRecord> {
    static var legs: Self { Self(LegFacts.all) }
}

extension FactTable<PlaceRecord> {
    static var places: Self { Self(PlaceFacts.all) }
}

/// Columns of a leg that tell nothing of it, but how map tools draw it.
enum DrawingColumns {
    static let fields = [Field("count", .integer), Field("stack", .integer)]

    /// `count` is one, as kepler.gl adds the rows of a flow up; `stack` sets legs on one line apart.
    static func values(of leg: LegRecord, in atlas: Atlas) -> [FieldValue] {
        [
            .integer(1), .integer(atlas.stack(of: leg.record.reference(toLeg: leg.number - 1))),
        ]
    }
}
