/// Rows of separated values with quoted fields (RFC 4180).
public enum SeparatedValues {
    /// The rows of a text; a quote doubled inside quotes is one quote.
    public static func rows(of text: String, separator: Character) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var previousWasQuote = false
        for character in text where character != "\u{FEFF}" {
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    previousWasQuote = true
                } else {
                    field.append(character)
                }
                continue
            }
            if character == "\"" {
                if previousWasQuote { field.append("\"") }
                isQuoted = true
            } else if character == separator {
                row.append(field)
                field = ""
            } else if character.isNewline {
                row.append(field)
                rows.append(row)
                row = []
                field = ""
            } else {
                field.append(character)
            }
            previousWasQuote = false
        }
        if !field.isEmpty || !row.isEmpty {
            row.append(field)
            rows.append(row)
        }
        return rows
    }
}
