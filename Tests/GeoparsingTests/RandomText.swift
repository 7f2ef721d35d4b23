/// Texts of names, words, marks and any Unicode, the same for the same seed.
enum RandomText {
    private static let pieces = [
        "Paris", "Texas", "Georgia", "port of", "in", "from", "New York", "NEW YORK",
        "(AP) \u{2014}",
        ",", ".", "\u{2019}s", "-", "Iranian", "County", "University of", "President", "U.S.",
        "\n\n",
        "\t", "\u{200D}", "\u{301}", "\u{1F1EC}\u{1F1EA}",
        "\u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430}",
        "\u{4E0A}\u{6D77}", "\u{0628}\u{063A}\u{062F}\u{0627}\u{062F}", "36.85 N, 53.37 E", "@",
        "#",
    ]

    /// Up to 60 pieces, most of them apart by a space.
    static func text(seed: UInt64) -> String {
        var state = SplitMix(state: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &state) {
            if Int.random(in: 0..<4, using: &state) == 0 {
                let code = UInt32.random(in: 1...0x2FFFF, using: &state)
                text.unicodeScalars.append(Unicode.Scalar(code) ?? "?")
            } else {
                text += pieces.randomElement(using: &state) ?? ""
            }
            if Int.random(in: 0..<4, using: &state) > 0 { text += " " }
        }
        return text
    }

    /// The generator SplitMix64 (Steele, Lea and Flood 2014).
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }
}
