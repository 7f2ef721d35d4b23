public import Foundation
public import Geodesy
public import Language

/// Reads a text that is one position, in any notation that is found in running text.
///
/// Degrees, minutes and seconds with letters, words, marks, colons or dashes, run together, MGRS and UTM.
public struct PositionReader: Sendable {
    private let words: PositionWords

    /// A reader with the words of a language's folder (`Data/Lexicon/en`).
    ///
    /// - Throws: `LanguageError` naming the table and line that cannot be read.
    public init(lexicon: URL) throws(LanguageError) {
        words = try PositionWords(folder: lexicon)
    }

    /// The position that the whole text is; nil where it is none, or where more stands beside it.
    public func position(_ text: String) -> Coordinate? {
        let utf8 = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
        let found = CoordinateFinder(utf8: utf8, words: words).find()
        return found.first.flatMap { $0.utf8Range == utf8.indices ? $0.coordinate : nil }
    }
}
