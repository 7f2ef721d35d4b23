/// The plain text of a mail without its machinery.
enum MailText {
    /// The text without marks of quotation (">") and without the signature behind "-- ".
    static func cleaned(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var rest = line[...]
            while rest.first == ">" { rest = rest.dropFirst().drop { $0 == " " } }
            if rest == "--" || rest == "-- " { break }
            lines.append(rest)
        }
        return lines.joined(separator: "\n")
    }

    /// Lines that end in a blank joined to the next (RFC 3676, format=flowed).
    static func unflowed(_ text: String) -> String {
        var result = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            // A blank put before ">" or "From" is no part of the text.
            let line = line.first == " " ? line.dropFirst() : line
            result += line
            if line.last != " " || line == "-- " { result += "\n" }
        }
        return result
    }
}
