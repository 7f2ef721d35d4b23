import Foundation
import Testing

/// One invented report and what must come out of it, as its file says (see Fixtures/README.md).
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String
    let date: String?
    let text: String
    let expectations: [Expectation]

    var testDescription: String { name }

    /// The folder of fixtures beside this file.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// All fixtures, in the order of their names.
    static func all() throws -> [Fixture] {
        try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map(Fixture.init(at:))
    }

    init(at url: URL) throws {
        name = url.deletingPathExtension().lastPathComponent
        let lines = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let accept = lines.firstIndex(of: "accept"), let end = lines.firstIndex(of: "---")
        else { throw FixtureError(file: name, line: "no accept ... ---") }
        text = lines[(accept + 1)..<end].joined(separator: "\n")
        date =
            lines[..<accept].first { $0.hasPrefix("date ") }.map { String($0.dropFirst(5)) }
        expectations = try lines[(end + 1)...]
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
            .map { [name] in try Expectation($0, in: name) }
    }
}

/// A line of a fixture that cannot be read.
struct FixtureError: Error, CustomStringConvertible {
    let file: String
    let line: String
    var description: String { "\(file): \(line)" }
}
