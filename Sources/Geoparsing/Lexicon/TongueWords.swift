/// The words beside the name of a language that tell that it is meant, and not a people or country.
struct TongueWords: Sendable {
    /// What a word does.
    enum Role: String {
        /// The language itself.
        case tongue
        /// Governs it: speaks, into, in.
        case verb
        /// Stands behind it: speakers, edition.
        case noun
        /// Stands between: broken, a little.
        case quality
        /// Whose it is: "her German is better".
        case owner
    }

    private(set) var verbs: Set<String> = []
    private(set) var nouns: Set<String> = []
    private(set) var qualities: Set<String> = []
    private(set) var owners: Set<String> = []

    /// Adds a word of a role other than the language itself.
    mutating func add(_ word: String, as role: Role) {
        switch role {
        case .tongue: break
        case .verb: verbs.insert(word)
        case .noun: nouns.insert(word)
        case .quality: qualities.insert(word)
        case .owner: owners.insert(word)
        }
    }
}
