/// The words of a phrase for what is moved, by which a text tells whether it speaks of the same goods again.
struct CargoWords {
    private let words: [ArraySlice<UInt8>]

    /// The shortest beginning that two forms of a word share, in bytes: "drone" and "drones".
    private static let shortestStem = 4

    init(_ phrase: ArraySlice<UInt8>) {
        let lower = phrase.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        words = lower.split { $0 < 0x80 && !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0) }
    }

    /// Whether two phrases may name the same goods: one is missing, or they share a word or the beginning of one.
    func mayBe(_ other: CargoWords) -> Bool {
        words.isEmpty || other.words.isEmpty
            || words.contains { word in other.words.contains { Self.areForms(word, $0) } }
    }

    private static func areForms(_ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        if word == other { return true }
        let (short, long) = word.count < other.count ? (word, other) : (other, word)
        // All but the ending, which may differ in both.
        let stem = max(shortestStem, short.count - 2)
        return short.count >= stem && short.prefix(stem).elementsEqual(long.prefix(stem))
    }
}
