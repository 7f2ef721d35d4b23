/// Words as HTML and XML have them.
enum MarkupText {
    /// Words with the five signs of markup escaped; line feeds and tabs stay, all else is as `other` has it.
    static func escaped(
        _ words: some StringProtocol, other: (Unicode.Scalar) -> Unicode.Scalar?
    ) -> String {
        var text = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "<": text.append(contentsOf: "&lt;".unicodeScalars)
            case ">": text.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
            case "'": text.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": text.append(scalar)
            default: if let scalar = other(scalar) { text.append(scalar) }
            }
        }
        return String(text)
    }
}
