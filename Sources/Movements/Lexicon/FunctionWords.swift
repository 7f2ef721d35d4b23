internal import Foundation
internal import Language

/// The small words by which phrases are told apart, from `function-words.tsv`.
struct FunctionWords: Sendable {
    private var words: [Role: Set<String>] = [:]

    /// What a small word does; the raw values are those of the table.
    enum Role: String, Sendable, CaseIterable {
        // Prepositions.
        case inside, located, belonging, possessive, agent, contents, beneficiary, source, reference
        case carrier, means, bordering, aboard, shippedBy, fob, rate, example, suchAs, such
        // Pointers and pronouns.
        case there, definite, speaker, subject, pronoun, plural, singular, personal, masculine,
            generic, count,
            underWay, onWay, boundFor,
            elsewhere, further,
            relative
        // Joints and borders of phrases.
        case joining, either, contrast, joint, stroke, listing, within, barrier, breaking,
            clauseEnd, terms
        // Order and time.
        case sequence, onward, before, after, time
        // Verbs beside verbs.
        case serving, ability, perfect, infinitive, carrying, loading, claim, according
        // What a vehicle is made of.
        case part
        // Distances.
        case distanceFiller, journeyFiller, article, range, besideClaim, siteNoun, newPhrase
        // Word classes, for sentences without a parse.
        case determiner, auxiliary, being, pronounSubject, conjunction
    }

    /// No words at all.
    init() {}

    /// Reads the table of a language's folder.
    init(contentsOf folder: URL) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "function-words.tsv"),
            requiring: ["word", "role"])
        for row in table.rows {
            guard let role = try row.value("role", as: Role.self) else { continue }
            words[role, default: []].insert(try row.required("word"))
        }
    }

    /// Whether a word, in lower case, does something.
    func has(_ word: String, _ role: Role) -> Bool { words[role]?.contains(word) ?? false }
}
