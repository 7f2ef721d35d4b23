/// Text that is safe and measured for a terminal.
enum TerminalText {
    /// The text on one line, without control characters, escape codes or changes of direction.
    ///
    /// A text from anywhere must not move the reader's cursor, recolour the screen or reorder a line.
    static func clean(_ text: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        var isSpace = false
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                isSpace = true
            case .format, .surrogate, .unassigned:
                continue
            default:
                if isSpace, !scalars.isEmpty { scalars.append(" ") }
                isSpace = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        let end = start.reversed().prefix { $0.isWhitespace }.count
        return String(start.dropLast(end))
    }

    /// The columns a text takes: two for wide East Asian signs and emoji, none for combining marks.
    static func width(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The text cut to so many columns, with an ellipsis for what is missing.
    static func cut(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let next = width(of: character)
            guard used + next <= columns - 1 else { break }
            kept.append(character)
            used += next
        }
        return kept + "…"
    }

    /// The text in lines of at most so many columns, broken between words; longer words are cut up.
    static func wrap(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = String(word)
            if !line.isEmpty, width(line) + 1 + width(word) > columns {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, width(word) > columns, columns > 1 {
                let head = String(word.prefix(columns / 2))
                lines.append(head)
                word = String(word.dropFirst(head.count))
            }
            line += line.isEmpty ? word : " " + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }

    /// Unicode's East Asian Width, W and F, in its large blocks (UAX 11).
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
