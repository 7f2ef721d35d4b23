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

    /// Words as character data or a quoted attribute; what XML 1.0 (2.2) does not allow is replaced.
    static func escaped(_ words: some StringProtocol) -> String {
        var text = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "<": text.append(contentsOf: "&lt;".unicodeScalars)
            case ">": text.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
            case "\n", "\t": text.append(scalar)
            case "\r": text.append(" ")
            default:
                let isAllowed = scalar.value >= 0x20 && scalar != "\u{FFFE}" && scalar != "\u{FFFF}"
                text.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return String(text)
    }
}
