/// HTML in the making: markup is written as it stands, all other text escaped.
struct HTMLBuilder {
    /// The page so far.
    private(set) var text = ""

    /// Markup of our own, never words of a document.
    mutating func markup(_ markup: String) {
        text += markup
    }

    /// Words as content or as the value of a quoted attribute.
    mutating func words(_ words: some StringProtocol) {
        text += Self.escaped(words)
    }

    /// An element with words in it; the attributes are markup.
    mutating func element(_ name: String, _ attributes: String, _ words: some StringProtocol) {
        text += "<\(name) \(attributes)>"
        self.words(words)
        text += "</\(name)>"
    }

    /// An element without attributes, with words in it.
    mutating func element(_ name: String, _ words: some StringProtocol) {
        text += "<\(name)>"
        self.words(words)
        text += "</\(name)>"
    }

    /// Words that keep their own direction among others (a name in Arabic letters in an English line).
    mutating func name(_ words: some StringProtocol) {
        element("bdi", words)
    }

    /// Words with the five signs of markup escaped, and control characters replaced.
    static func escaped(_ words: some StringProtocol) -> String {
        var text = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "<": text.append(contentsOf: "&lt;".unicodeScalars)
            case ">": text.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
            case "'": text.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": text.append(scalar)
            case "\r": continue
            // Overrides of direction make words read as others.
            case "\u{202D}", "\u{202E}": text.append("\u{FFFD}")
            default:
                let isControl = scalar.properties.generalCategory == .control
                text.append(isControl ? "\u{FFFD}" : scalar)
            }
        }
        return String(text)
    }
}
