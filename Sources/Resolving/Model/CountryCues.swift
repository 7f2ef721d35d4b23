internal import Foundation
internal import Language

/// Words that tell in which country a report is at home ("sheriff", "crore"), from `country-cues.tsv`.
///
/// They vote for a country as its places do: a local report often names its state or country nowhere.
struct CountryCues: Sendable {
    private var cues: [String: [(country: String, weight: Double)]] = [:]
    /// However many cues there are, they count no more than a few places.
    private let limit = 3.0

    /// Reads the cues.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(contentsOf url: URL) throws(LanguageError) {
        for row in try LexiconTable(contentsOf: url, requiring: ["word", "country", "weight"]).rows
        {
            let word = try row.required("word")
            let weight = try row.number("weight") ?? 0
            cues[word, default: []].append((try row.required("country"), weight))
        }
    }

    /// The votes of a text, by country; each cue counts once.
    func votes(of text: String) -> [String: Double] {
        var votes: [String: Double] = [:]
        var seen: Set<String> = []
        for word in text.utf8.split(whereSeparator: Self.isBreak) {
            let small = Substring(word).lowercased()
            guard let found = cues[small], seen.insert(small).inserted else { continue }
            for cue in found { votes[cue.country, default: 0] += cue.weight }
        }
        if let pounds = cues["£"], text.utf8.contains(0xA3), text.unicodeScalars.contains("£") {
            for cue in pounds { votes[cue.country, default: 0] += cue.weight }
        }
        return votes.mapValues { min($0, limit) }
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x80...: false
        default: true
        }
    }
}
