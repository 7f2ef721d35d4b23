import Foundation
import Geodesy
import Testing

/// A text and where its names must come to lie, as a file of `Cases` says.
///
/// A case is lines of text, then lines of expectations; the next line of text begins the next case.
/// `expect NAME at LAT LON within KM as KIND|KIND` wants the place of every mention of a name there, `expect NAME #2 at`
/// that of its second;
/// `unknown NAME` wants it without a place, `ambiguous NAME` without a decision. A line with `#` is a remark.
struct ResolutionCase: Sendable, CustomTestStringConvertible {
    var text: String
    var wanted: [Wanted] = []
    var unknown: [String] = []
    var ambiguous: [String] = []

    var testDescription: String { text }

    /// Where a name must lie.
    struct Wanted: Sendable {
        var name: String
        /// Which of the mentions of the name is meant, from 1; nil for all.
        var number: Int?
        var coordinate: Coordinate
        var tolerance: Distance
        var kinds: [String]
    }

    /// A line that cannot be read.
    struct BadLine: Error {
        var line: String
    }

    /// The cases of all files, in the order of their names.
    static func all() throws -> [ResolutionCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        return try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .flatMap { try cases(in: try String(contentsOf: $0, encoding: .utf8)) }
    }

    private static func cases(in file: String) throws -> [ResolutionCase] {
        var cases: [ResolutionCase] = []
        var isText = false
        for line in file.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            let last = cases.count - 1
            if line.hasPrefix("expect "), last >= 0 {
                cases[last].wanted.append(try Wanted(line))
                isText = false
            } else if line.hasPrefix("unknown "), last >= 0 {
                cases[last].unknown.append(String(line.dropFirst(8)))
                isText = false
            } else if line.hasPrefix("ambiguous "), last >= 0 {
                cases[last].ambiguous.append(String(line.dropFirst(10)))
                isText = false
            } else if isText {
                cases[last].text += "\n" + line
            } else {
                cases.append(ResolutionCase(text: line))
                isText = true
            }
        }
        return cases
    }
}

extension ResolutionCase.Wanted {
    /// Reads "expect NAME at LAT LON within KM as KIND|KIND".
    init(_ line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard let at = words.lastIndex(of: "at"), at > 1, words.count == at + 7,
            words[at + 3] == "within", words[at + 5] == "as",
            let latitude = Double(words[at + 1]), let longitude = Double(words[at + 2]),
            let kilometres = Double(words[at + 4])
        else { throw ResolutionCase.BadLine(line: line) }
        let number = words[at - 1].hasPrefix("#") ? Int(words[at - 1].dropFirst()) : nil
        self.init(
            name: words[1..<(number == nil ? at : at - 1)].joined(separator: " "), number: number,
            coordinate: Coordinate(latitude: latitude, longitude: longitude),
            tolerance: Distance(kilometres: kilometres),
            kinds: words[at + 6].split(separator: "|").map(String.init))
    }
}
