/// A line of a card: what it is called, what it says, and which facts it tells.
struct FactRow {
    let label: String
    let words: String?
    let facts: Set<String>

    init(_ label: String, _ words: String?, tells facts: Set<String>) {
        self.label = label
        self.words = words
        self.facts = facts
    }

    /// The rows of a subject: those given, which tell facts as people want them, and of each other fact that is
    /// known a row of its own, so that no fact is left out.
    static func rows<Subject>(
        _ rows: [FactRow], of subject: Subject, _ facts: [Fact<Subject>], shown: Set<String>
    ) -> [(label: String, words: String)] {
        let told = rows.reduce(into: shown) { $0.formUnion($1.facts) }
        let others = facts.filter { !told.contains($0.name) }.compactMap { fact in
            words(fact.value(subject), in: fact.unit).map { (fact.label, $0) }
        }
        return rows.compactMap { row in row.words.map { (row.label, $0) } } + others
    }

    /// A value for people; nil for none and for what is not so.
    private static func words<Subject>(_ value: FieldValue, in unit: Fact<Subject>.Unit?) -> String?
    {
        if case .flag(let flag) = value { return flag ? "yes" : nil }
        return value.text.map { unit == .kilometres ? $0 + " km" : $0 }
    }
}
