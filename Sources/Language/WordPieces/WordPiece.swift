/// A piece of a word, as a `TextEncoder` reads it, and where it stands in the text.
public struct WordPiece: Sendable, Hashable {
    /// Its number in the vocabulary.
    public let id: Int32
    private let start: Int32
    private let end: Int32

    init(id: Int32, start: Int32, end: Int32) {
        (self.id, self.start, self.end) = (id, start, end)
    }

    /// The UTF-8 bytes of the text that it stands for, without the space before it.
    ///
    /// Empty for a space of its own, as before a Chinese word; then it is where the next character
    /// begins. Pieces of one character, such as those of "½", share its bytes.
    public var utf8Range: Range<Int> { Int(start)..<Int(end) }

    /// The same piece of a text that begins so many bytes earlier.
    package func moved(by bytes: Int) -> WordPiece {
        WordPiece(
            id: id, start: Int32(clamping: Int(start) + bytes),
            end: Int32(clamping: Int(end) + bytes))
    }
}
