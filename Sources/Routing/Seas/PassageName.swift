internal import Foundation

/// The name of a passage, for comparing: lower case, without accents.
struct PassageName {
    /// The words but for generic ones; all of them when there are no others.
    let words: [Substring]

    private static let generic: Set<Substring> = [
        "the", "strait", "straits", "canal", "of", "channel",
    ]

    init(_ name: String) {
        let plain = String(
            name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
                .filter { $0.properties.generalCategory != .nonspacingMark }
                .map { $0 == "\u{F8}" ? "o" : Character($0) })
        let all = plain.split { !$0.isLetter && !$0.isNumber }
        let special = all.filter { !Self.generic.contains($0) }
        words = special.isEmpty ? all : special
    }

    /// How much two names are alike: the share of pairs of letters they have in common, from 0 to 1.
    ///
    /// After L. R. Dice, Ecology 26, 1945, 297-302.
    func likeness(to other: PassageName) -> Double {
        let (one, two) = (pairs, other.pairs)
        guard !one.isEmpty, !two.isEmpty else { return 0 }
        return 2 * Double(one.intersection(two).count) / Double(one.count + two.count)
    }

    private var pairs: Set<[Character]> {
        let special = Array(words.joined(separator: " "))
        return Set(zip(special, special.dropFirst()).map { [$0, $1] })
    }
}
