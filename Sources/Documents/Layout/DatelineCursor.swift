/// Reads the pieces of a dateline, each once, from left to right.
struct DatelineCursor {
    let text: Substring
    var index: Substring.Index

    private var next: Character? { index < text.endIndex ? text[index] : nil }

    mutating func skip(_ character: Character) -> Bool {
        guard next == character else { return false }
        index = text.index(after: index)
        return true
    }

    mutating func skipBlanks() {
        while let character = next, character == " " || character == "\u{A0}" || character == "\t" {
            index = text.index(after: index)
        }
    }

    /// Up to so many capitalised words with single blanks between; figures only where told.
    mutating func name(words limit: Int, withFigures: Bool = false) -> Substring {
        let start = index
        var end = index
        for _ in 0..<limit {
            let word = text[index...].prefix { isNameCharacter($0) }
            guard let first = word.first,
                first.isUppercase || withFigures && first.isNumber || isJoint(word, after: start)
            else { break }
            // "By Jane Doe. PARIS (AP)": the sentence before is no part of the name.
            if end > start, text[text.index(before: end)] == ".",
                !Self.isInCapitals(text[start..<end]),
                Self.isInCapitals(word)
            {
                break
            }
            end = word.endIndex
            index = end
            guard skip(" ") else { break }
        }
        // A hyphen with a blank before it is the dash.
        index = end
        return text[start..<end]
    }

    /// Letters, figures, and the points, apostrophes and hyphens inside a word; "--" is a dash.
    private func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".'’-".contains(character)
    }

    /// Small words inside names: "RIO de JANEIRO", "Trinidad and Tobago".
    private func isJoint(_ word: Substring, after start: Substring.Index) -> Bool {
        index > start && word.count <= 3 && word.allSatisfy(\.isLowercase)
    }

    /// The agency between brackets or strokes, without them.
    mutating func agency() -> Substring? {
        let close: Character
        switch next {
        case "(": close = ")"
        case "/": close = "/"
        default: return nil
        }
        let inside = text[text.index(after: index)...].prefix(30)
        guard let end = inside.firstIndex(of: close), end > inside.startIndex else { return nil }
        index = text.index(after: end)
        return inside[..<end]
    }

    /// A dash: "—", "–", "--", "_", a hyphen before a blank; a colon or full stop where allowed.
    mutating func dash(orColon: Bool) -> Bool {
        let start = index
        while let character = next, "—–―-_".contains(character) { index = text.index(after: index) }
        if index > start {
            let isHyphen = text[start..<index] == "-"
            if !isHyphen || next.map(\.isWhitespace) ?? true { return true }
            index = start
        }
        guard orColon, let character = next, ":.".contains(character) else { return false }
        index = text.index(after: index)
        return true
    }

    /// Whether a name is in capitals: two of them at least, and no small letter but of a joint.
    static func isInCapitals(_ name: Substring) -> Bool {
        name.split(separator: " ").allSatisfy { word in
            word.allSatisfy { !$0.isLowercase } || word.count <= 3 && word.allSatisfy(\.isLowercase)
        } && name.count(where: \.isUppercase) >= 2
    }
}
