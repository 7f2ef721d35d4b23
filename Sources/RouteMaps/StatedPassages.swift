internal import Routing

/// Finds in the words that state a movement the passages it took or kept away from.
///
/// "Around the Cape instead of through the Suez Canal" names two waters, of which one is on the way.
struct StatedPassages: Sendable {
    private let words: ShippingWords
    /// The names that the planner knows, each as words, the longest first.
    private let names: [(words: [Substring], name: String)]

    init(words: ShippingWords, planner: LegPlanner) {
        self.words = words
        names = planner.passageNames.map { (Self.words(of: $0), $0) }
            .filter { !$0.0.isEmpty }
            .sorted { ($1.0.count, $0.1) < ($0.0.count, $1.1) }
    }

    /// The passages that a text says were taken, and those it says were not.
    func passages(in text: some StringProtocol) -> (through: [String], avoiding: [String]) {
        var through: [String] = []
        var avoiding: [String] = []
        // A cue reaches to the end of its clause.
        for clause in text.lowercased().split(whereSeparator: { ".;:!?()".contains($0) }) {
            let tokens = Self.words(of: clause)
            let avoided = tokens.indices.first { index in
                words.avoiding.contains { Self.stands($0, in: tokens, at: index) }
            }
            let free = tokens[..<(avoided ?? tokens.endIndex)]
            for index in free.indices {
                for (phrase, name) in words.passages where Self.stands(phrase, in: free, at: index)
                {
                    if !through.contains(name) { through.append(name) }
                }
                guard words.rounding.contains(where: { Self.stands($0, in: free, at: index) }),
                    let name = firstName(in: free[index...].dropFirst().prefix(Self.reach)),
                    !through.contains(name)
                else { continue }
                through.append(name)
            }
            guard let avoided else { continue }
            var rest = tokens[avoided...].dropFirst()
            // "avoiding the Red Sea and going around the Cape": another cue ends the first.
            if let other = rest.indices.first(where: { index in
                words.passages.keys.contains { Self.stands($0, in: rest, at: index) }
            }) {
                for (phrase, name) in words.passages
                where Self.stands(phrase, in: rest, at: other) && !through.contains(name) {
                    through.append(name)
                }
                rest = rest[..<other]
            }
            for index in rest.indices {
                if let name = self.name(in: rest[index...]), !avoiding.contains(name) {
                    avoiding.append(name)
                }
            }
        }
        return (through.filter { !avoiding.contains($0) }, avoiding)
    }

    /// How many words behind its cue a name may begin: "around the stormy Cape Horn".
    private static let reach = 7

    /// The first name that begins among some words, articles and adjectives aside.
    private func firstName(in tokens: ArraySlice<Substring>) -> String? {
        for index in tokens.indices.prefix(3) {
            if let name = name(in: tokens[index...]) { return name }
        }
        return nil
    }

    /// The longest name that words begin with.
    private func name(in tokens: ArraySlice<Substring>) -> String? {
        names.first { tokens.starts(with: $0.words) }?.name
    }

    /// Whether a phrase stands at an index; "off the Horn of Africa" is another than "off the Horn".
    private static func stands(
        _ phrase: String, in tokens: ArraySlice<Substring>, at index: Int
    ) -> Bool {
        let words = phrase.split(separator: " ")
        return tokens[index...].starts(with: words)
            && (words.count == 1 || tokens[index...].dropFirst(words.count).first != "of")
    }

    private static func stands(_ phrase: String, in tokens: [Substring], at index: Int) -> Bool {
        stands(phrase, in: tokens[...], at: index)
    }

    private static func words(of text: some StringProtocol) -> [Substring] {
        Substring(text.lowercased()).split { !$0.isLetter && !$0.isNumber }
    }
}
