internal import Foundation
internal import Gazetteers
internal import Language

/// Words that tell in which country a report is at home ("sheriff", "crore"; `country-cues.tsv`) and of what kind its
/// places are ("tanker", "berth"; `kind-cues.tsv`).
///
/// They vote for a country as its places do: a local report often names its state or country nowhere.
struct TextCues: Sendable {
    /// What the words of a text speak for.
    struct Votes: Sendable {
        var countries: [String: Double] = [:]
        var kinds: [PlaceKind: Double] = [:]
    }

    private var cues: [String: [(country: String, weight: Double)]] = [:]
    private var kindCues: [String: [(kind: PlaceKind, weight: Double)]] = [:]
    /// However many cues there are, they count no more than a few places.
    private let limit = 3.0
    /// Two words about ships are enough; more make no place more of a port.
    private let kindLimit = 1.0

    /// Reads the cues of a folder.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(folder: URL) throws(LanguageError) {
        let countries = folder.appending(path: "country-cues.tsv")
        for row in try LexiconTable(
            contentsOf: countries, requiring: ["word", "country", "weight"]
        )
        .rows {
            let word = try row.required("word")
            let weight = try row.number("weight") ?? 0
            cues[word, default: []].append((try row.required("country"), weight))
        }
        let kinds = folder.appending(path: "kind-cues.tsv")
        for row in try LexiconTable(contentsOf: kinds, requiring: ["word", "kind", "weight"]).rows {
            guard let kind = try row.value("kind", as: PlaceKind.self) else {
                throw row.error("kind", "must not be empty")
            }
            let weight = try row.number("weight") ?? 0
            kindCues[try row.required("word"), default: []].append((kind, weight))
        }
    }

    /// The votes of a text; each cue counts once.
    func votes(of text: String) -> Votes {
        var all = Votes()
        var votes: [String: Double] = [:]
        var seen: Set<String> = []
        for word in text.utf8.split(whereSeparator: Self.isBreak) {
            let small = Substring(word).lowercased()
            let found = cues[small]
            let foundKinds = kindCues[small]
            guard found != nil || foundKinds != nil, seen.insert(small).inserted else { continue }
            for cue in found ?? [] { votes[cue.country, default: 0] += cue.weight }
            for cue in foundKinds ?? [] { all.kinds[cue.kind, default: 0] += cue.weight }
        }
        if let pounds = cues["£"], text.utf8.contains(0xA3), text.unicodeScalars.contains("£") {
            for cue in pounds { votes[cue.country, default: 0] += cue.weight }
        }
        all.countries = votes.mapValues { min($0, limit) }
        all.kinds = all.kinds.mapValues { min($0, kindLimit) }
        return all
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x80...: false
        default: true
        }
    }
}
