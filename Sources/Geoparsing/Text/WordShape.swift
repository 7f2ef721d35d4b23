/// How a word is written.
struct WordShape: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// The first letter is a capital.
    static let capital = WordShape(rawValue: 1 << 0)
    /// All letters are capitals, and there are at least two.
    static let upper = WordShape(rawValue: 1 << 1)
    /// There is a letter.
    static let letters = WordShape(rawValue: 1 << 2)
    /// There is a digit.
    static let digits = WordShape(rawValue: 1 << 3)
    /// Nothing but marks.
    static let mark = WordShape(rawValue: 1 << 4)
    /// Opens its sentence, but for marks.
    static let opensSentence = WordShape(rawValue: 1 << 5)
    /// Full stops stand inside or behind it: "U.S.", "Calif.".
    static let stops = WordShape(rawValue: 1 << 6)
    /// A sum's currency: "US$", "A$5m".
    static let currency = WordShape(rawValue: 1 << 7)
}
