/// The lines "key: value" between two rules at the head of a Markdown file.
struct FrontMatter {
    /// The most lines of it.
    private static let most = 200

    private var values: [String: String] = [:]
    /// The text behind it.
    let rest: Substring

    /// Reads it, where a text begins with one; else all of the text is the rest.
    init(_ text: String) {
        let lines = text.split(
            maxSplits: Self.most, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first == "---",
            let end = lines.dropFirst().prefix(Self.most - 1).firstIndex(where: {
                $0 == "---" || $0 == "..."
            })
        else {
            rest = text[...]
            return
        }
        rest = text[lines[end].endIndex...]
        for line in lines[1..<end] {
            guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "#" else {
                continue
            }
            let value = String(line[line.index(after: colon)...]).trimmingBlanks
            let isQuoted =
                value.count > 1 && value.first == value.last && "\"'".contains(value.prefix(1))
            values[line[..<colon].lowercased()] =
                isQuoted ? String(value.dropFirst().dropLast()) : value
        }
    }

    /// The value of the first of some keys that has one.
    func value(_ keys: String...) -> String? {
        keys.compactMap { values[$0] }.first { !$0.isEmpty }
    }
}
