import Foundation
import Testing

/// A text in some language, and the places that must be found in it, as `names.txt` says.
struct NameCase: Sendable, CustomTestStringConvertible {
    struct Wanted: Sendable {
        var words: String
        var name: String
        var country: String?
    }

    var language: String
    var text = ""
    var wanted: [Wanted] = []
    var absent: [String] = []

    var testDescription: String { "\(language): \(text)" }

    static func all() throws -> [NameCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "names.txt")
        var cases: [NameCase] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("lang ") {
                cases.append(NameCase(language: String(line.dropFirst(5))))
                continue
            }
            let last = try #require(cases.indices.last)
            if line.hasPrefix("is ") {
                let parts = line.dropFirst(3).components(separatedBy: " = ")
                let place = try #require(parts.last).components(separatedBy: ", ")
                let country = try #require(place.last)
                cases[last].wanted.append(
                    Wanted(
                        words: parts[0], name: place[0], country: country == "-" ? nil : country))
            } else if line.hasPrefix("no ") {
                cases[last].absent.append(String(line.dropFirst(3)))
            } else {
                cases[last].text += line
            }
        }
        return cases
    }
}
