/// The rules that give a token its coarse part of speech from its tag, word and label, and a few
/// lemmas.
///
/// This is spaCy's `AttributeRuler` for patterns of one or two tokens; of several rules that apply
/// the last counts.
struct TagRules: Sendable {
    /// What the rules look at.
    struct Token {
        var tag: Tag
        /// The MurmurHash of the word in small letters.
        var word: UInt64
        var label: DependencyLabel
        var isSpace: Bool
    }

    /// What the rules say.
    struct Finding: Sendable {
        var partOfSpeech: PartOfSpeech?
        var baseForms: BaseForms = .none
        var lemma: String?
        var label: DependencyLabel?
        var tag: Tag?
    }

    /// The parts of speech for which the features of a token mark a base form.
    enum BaseForms: Sendable, Equatable {
        case none
        case all
        case some([PartOfSpeech])

        func contains(_ part: PartOfSpeech) -> Bool {
            switch self {
            case .none: false
            case .all: true
            case .some(let parts): parts.contains(part)
            }
        }
    }

    private struct Condition: Sendable {
        var tags: Set<Tag> = []
        var excludesTags = false
        var words: Set<UInt64> = []
        var labels: Set<DependencyLabel> = []
        var excludesLabels = false
        var isSpace: Bool?

        func holds(_ token: Token) -> Bool {
            if let isSpace, isSpace != token.isSpace { return false }
            if !tags.isEmpty, tags.contains(token.tag) == excludesTags { return false }
            if !words.isEmpty, !words.contains(token.word) { return false }
            return labels.isEmpty || labels.contains(token.label) != excludesLabels
        }
    }

    private struct Rule: Sendable {
        var conditions: [Condition]
        var target: Int
        var sets: Finding
        var setsBaseForms: Bool
    }

    private var rules: [Rule] = []
    /// The rules that can apply to tokens with each tag, in order.
    private var candidates: [Tag: [Int]] = [:]
    /// Words that a rule of two tokens names, for its first or second token.
    private(set) var pairWords: Set<UInt64> = []

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, tags: [Tag]) throws(LanguageError) {
        for line in try file.lines("tags.rules") where !line.isEmpty {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 14, let target = Int(cells[0]), target == 0 || target == 1 else {
                throw file.fault("a bad rule for tags")
            }
            var conditions = [Self.condition(cells[1...4])]
            if cells[8] != "absent" { conditions.append(Self.condition(cells[5...8])) }
            guard target < conditions.count else { throw file.fault("a bad rule for tags") }
            let part = PartOfSpeech(rawValue: String(cells[9]))
            let found = Finding(
                partOfSpeech: part, baseForms: Self.baseForms(cells[10]),
                lemma: cells[11].isEmpty ? nil : String(cells[11]),
                label: cells[12].isEmpty ? nil : DependencyLabel(rawValue: String(cells[12])),
                tag: cells[13].isEmpty ? nil : Tag(rawValue: String(cells[13])))
            rules.append(
                Rule(
                    conditions: conditions, target: target, sets: found,
                    setsBaseForms: !cells[10].isEmpty))
            if conditions.count == 2 { pairWords.formUnion(conditions.flatMap(\.words)) }
        }
        for tag in tags {
            candidates[tag] = rules.indices.filter { index in
                let condition = rules[index].conditions[rules[index].target]
                return condition.tags.isEmpty
                    || condition.tags.contains(tag) != condition.excludesTags
            }
        }
    }

    /// What the rules say about a token between its neighbours.
    func finding(_ token: Token, before: Token?, after: Token?) -> Finding {
        var found = Finding()
        for index in candidates[token.tag] ?? [] where applies(rules[index], token, before, after) {
            let rule = rules[index]
            if let part = rule.sets.partOfSpeech { found.partOfSpeech = part }
            if rule.setsBaseForms { found.baseForms = rule.sets.baseForms }
            if let lemma = rule.sets.lemma { found.lemma = lemma }
            if let label = rule.sets.label { found.label = label }
            if let tag = rule.sets.tag { found.tag = tag }
        }
        return found
    }

    private func applies(_ rule: Rule, _ token: Token, _ before: Token?, _ after: Token?) -> Bool {
        guard rule.conditions[rule.target].holds(token) else { return false }
        if rule.conditions.count == 1 { return true }
        guard let other = rule.target == 0 ? after : before else { return false }
        return rule.conditions[1 - rule.target].holds(other)
    }

    private static func condition(_ cells: ArraySlice<Substring>) -> Condition {
        var condition = Condition()
        let cells = Array(cells)
        let tags = cells[0].split(separator: " ")
        condition.excludesTags = tags.first == "!"
        condition.tags = Set(tags.filter { $0 != "!" }.map { Tag(rawValue: String($0)) })
        condition.words = Set(
            cells[1].split(separator: " ").map { MurmurHash.hash64(Array($0.utf8)) })
        let labels = cells[2].split(separator: " ")
        condition.excludesLabels = labels.first == "!"
        condition.labels = Set(
            labels.filter { $0 != "!" }.map { DependencyLabel(rawValue: String($0)) })
        condition.isSpace = cells[3].isEmpty ? nil : cells[3] == "yes"
        return condition
    }

    private static func baseForms(_ cell: Substring) -> BaseForms {
        switch cell {
        case "*": .all
        case "", "-": .none
        default: .some(cell.split(separator: " ").compactMap { PartOfSpeech(rawValue: String($0)) })
        }
    }
}
