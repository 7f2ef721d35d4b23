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
        MarkupText.escaped(words) { scalar in
            switch scalar {
            case "\r": nil
            // Overrides of direction make words read as others.
            case "\u{202D}", "\u{202E}": "\u{FFFD}"
            default: scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
            }
        }
    }
}
