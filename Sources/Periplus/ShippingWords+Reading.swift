internal import Foundation
internal import Gazetteers
internal import Language
internal import RouteMaps

extension ShippingWords {
    /// The words of a language's folder: `shipping.tsv`, columns `word kind value`.
    ///
    /// - Throws: `LanguageError` when the table is missing or malformed.
    init(lexicon: URL) throws(LanguageError) {
        let url = lexicon.appending(path: "shipping.tsv")
        var cargoes: [String: Harbour.Cargoes] = [:]
        var ships: [String: Int] = [:]
        var avoiding: [String] = []
        var rounding: [String] = []
        var offing: [String] = []
        var ferries: Set<String> = []
        var passages: [String: String] = [:]
        for row in try LexiconTable(contentsOf: url, requiring: ["word", "kind", "value"]).rows {
            let word = row["word"].lowercased()
            switch row["kind"] {
            case "cargo": cargoes[word] = Harbour.Cargoes(named: row["value"])
            case "ship": ships[word] = Int(row["value"])
            case "avoid": avoiding.append(word)
            case "round": rounding.append(word)
            case "off": offing.append(word)
            case "ferry": ferries.insert(word)
            case "through": passages[word] = row["value"]
            default: throw row.error("kind", "no kind of word: \(row["kind"])")
            }
        }
        self.init(
            cargoes: cargoes, ships: ships, avoiding: avoiding, rounding: rounding,
            passages: passages, offing: offing, ferries: ferries)
    }
}
