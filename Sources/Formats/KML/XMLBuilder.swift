/// XML in the making, handed on in pieces: markup as it stands, all other text escaped.
struct XMLBuilder {
    /// The text since it was last handed on.
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    mutating func markup(_ markup: String) { text += markup }

    /// An element with words in it, left out where there are none; the name is markup.
    mutating func element(_ name: String, _ words: String?) {
        guard let words else { return }
        text += "<\(name)>\(Self.escaped(words))</\(name)>"
    }

    /// The text so far, which the builder then forgets.
    mutating func drain() -> String {
        defer { text = "" }
        return text
    }

    /// Words as character data or a quoted attribute; what XML 1.0 (2.2) does not allow or advises against is replaced.
    static func escaped(_ words: some StringProtocol) -> String {
        MarkupText.escaped(words) { scalar in
            if scalar == "\r" { return " " }
            let isAllowed =
                scalar.properties.generalCategory != .control && scalar != "\u{FFFE}"
                && scalar != "\u{FFFF}"
            return isAllowed ? scalar : "\u{FFFD}"
        }
    }
}
