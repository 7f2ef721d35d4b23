internal import Documents
internal import Foundation
internal import Language
internal import Movements

extension RouteMapper {
    /// The words of `anaphors.tsv` that stand for somebody or something named elsewhere: "it", "they".
    ///
    /// - Throws: `PeriplusError` when the table is missing or malformed.
    static func pronouns(lexicon: URL) throws(PeriplusError) -> Set<String> {
        do {
            let url = lexicon.appending(path: "anaphors.tsv")
            let rows = try LexiconTable(contentsOf: url, requiring: ["word", "kind"]).rows
            return Set(rows.filter { $0["kind"] == "theme" }.map { $0["word"] })
        } catch {
            throw .dataUnreadable(what: "words that point back", reason: error.description)
        }
    }
}

extension [Movement] {
    /// Leaves out actors that only point back: "by whom: it" tells nobody anything.
    mutating func removePronounActors(_ pronouns: Set<String>, in document: Document) {
        for index in indices {
            guard let actor = self[index].actor,
                pronouns.contains(document.text(at: actor).lowercased())
            else { continue }
            self[index].actor = nil
        }
    }
}
