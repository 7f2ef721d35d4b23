import Foundation
import Testing

/// A text and the mentions that must and must not be found in it, as a file of `Cases` says.
///
/// A case is lines of text, then lines of expectations; the next line of text begins the next case.
/// `expect NAME [use U] [kind K]` wants a mention of exactly these words, `absent NAME` none that holds
/// them as a place. A line with `#` is a remark, one with `|` an empty line of the text.
struct MentionCase: Sendable, CustomTestStringConvertible {
    var text: String
    var wanted: [Wanted] = []
    var absent: [String] = []

    var testDescription: String { text }

    /// A mention that must be found; what is nil is not looked at.
    struct Wanted: Sendable {
        var name: String
        var use: String?
        var kind: String?
    }

    /// The cases of all files, in the order of their names.
    static func all() throws -> [MentionCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .flatMap { cases(in: try String(contentsOf: $0, encoding: .utf8)) }
    }

    private static func cases(in file: String) -> [MentionCase] {
        var cases: [MentionCase] = []
        var isText = false
        for line in file.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            if line.hasPrefix("expect "), !cases.isEmpty {
                cases[cases.count - 1].wanted.append(Wanted(line.dropFirst(7)))
                isText = false
            } else if line.hasPrefix("absent "), !cases.isEmpty {
                cases[cases.count - 1].absent.append(String(line.dropFirst(7)))
                isText = false
            } else {
                let text = line == "|" ? "" : line
                if isText {
                    cases[cases.count - 1].text += "\n" + text
                } else {
                    cases.append(MentionCase(text: text))
                }
                isText = true
            }
        }
        return cases
    }
}

extension MentionCase.Wanted {
    /// Reads "NAME use U kind K".
    init(_ line: Substring) {
        var words = line.split(separator: " ").map(String.init)
        var options: [String: String] = [:]
        while words.count > 2, ["use", "kind"].contains(words[words.count - 2]) {
            options[words[words.count - 2]] = words[words.count - 1]
            words.removeLast(2)
        }
        self.init(
            name: words.joined(separator: " "), use: options["use"], kind: options["kind"])
    }
}
