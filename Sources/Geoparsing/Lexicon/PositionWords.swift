public import Foundation
public import Language

/// The words of positions written out, from `position-words.tsv`: "latitude", "degrees", "north".
public struct PositionWords: Sendable {
    /// What a word is to a position.
    enum Role: String, Sendable {
        case latitude, longitude, degree, minute, second, north, east, south, west, and, of, grid,
            number
    }

    private var roles: [String: Role] = [:]
    /// Bytes of the longest word.
    private(set) var longest = 0

    /// Reads the words of a language's folder.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    public init(folder: URL) throws(LanguageError) {
        let table = try LexiconTable(
            contentsOf: folder.appending(path: "position-words.tsv"), requiring: ["word", "role"])
        for row in table.rows {
            let word = try row.required("word")
            guard let role = try row.value("role", as: Role.self) else {
                throw row.error("role", "must not be empty")
            }
            roles[word] = role
            longest = max(longest, word.utf8.count)
        }
    }

    /// The role of a word in small letters; nil for a word that is none of a position.
    subscript(word: String) -> Role? { roles[word] }
}
