import Foundation
import Testing

/// A report in some language or several, and what must be read in it, as `reports.txt` says.
struct ReportCase: Sendable, CustomTestStringConvertible {
    /// The language that the caller names; nil where the text tells.
    var language: String?
    /// One paragraph a line.
    var paragraphs: [String] = []
    /// What must be read: a key and its value.
    var wanted: [(key: String, value: String)] = []

    var text: String { paragraphs.joined(separator: "\n\n") }
    var testDescription: String { "\(language ?? "-"): \(text)" }

    private static let keys: Set<String> = [
        "dateline", "route", "no-route", "when", "much", "by", "cue",
    ]

    static func all() throws -> [ReportCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "reports.txt")
        var cases: [ReportCase] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            if line.hasPrefix("lang ") {
                let code = String(line.dropFirst(5))
                cases.append(ReportCase(language: code == "-" ? nil : code))
                continue
            }
            let last = try #require(cases.indices.last)
            let words = line.split(separator: " ", maxSplits: 1)
            if words.count == 2, keys.contains(String(words[0])) {
                cases[last].wanted.append((String(words[0]), String(words[1])))
            } else {
                cases[last].paragraphs.append(String(line))
            }
        }
        return cases
    }
}
