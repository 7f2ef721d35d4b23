/// Text for a picture, measured without a font at hand.
enum SVGText {
    /// About how wide a text stands in a bold sans-serif, in pixels: generous, so that labels keep apart.
    static func width(_ text: String, size: Double) -> Double {
        text.reduce(0) { sum, character in
            guard let scalar = character.unicodeScalars.first else { return sum }
            if TerminalText.width(String(character)) == 2 { return sum + size * 1.05 }
            if scalar.properties.isUppercase { return sum + size * 0.8 }
            return sum + size * ("iljtf.,:;'|()".unicodeScalars.contains(scalar) ? 0.42 : 0.7)
        }
    }

    /// A text in lines of at most so many pixels.
    static func wrap(_ text: String, width: Double, size: Double) -> [String] {
        TerminalText.wrap(text, columns: max(10, Int(width / (size * 0.56))))
    }
}
