/// Cuts text into the pieces of a SentencePiece vocabulary, as a unigram model finds them likeliest.
///
/// Gives the numbers that the `tokenizers` library gives, except that "<s>" and its like in a text are
/// text. Kudo: "Subword Regularization", 2018, section 3.2.
public struct WordPieces: Sendable {
    /// How many normalised bytes of a word are cut up at once; a longer word is cut there first.
    static let longestWord = 1 << 14

    /// The number of the piece before a text.
    public let start: Int32
    /// The number of the piece that fills up.
    public let padding: Int32
    /// The number of the piece after a text.
    public let end: Int32
    /// The number of characters that no piece has.
    public let unknown: Int32
    /// How many pieces there are.
    public var count: Int { scores.count }

    let trie: PieceTrie
    let normalizer: PieceNormalizer
    let scores: FloatSection
    /// The log-probability of an unknown character: ten less than of the rarest piece.
    let unknownScore: Double

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile) throws(LanguageError) {
        trie = try PieceTrie(file, "pieces.trie")
        normalizer = try PieceNormalizer(file)
        let scores = try file.floats("pieces.scores")
        let special = try file.numbers("pieces.special", of: Int32.self)
        guard special.count == 4, scores.count > 0,
            (0..<4).allSatisfy({ 0 <= special.base[$0] && special.base[$0] < scores.count })
        else { throw file.fault("section pieces.special is odd") }
        (start, padding) = (special.base[0], special.base[1])
        (end, unknown) = (special.base[2], special.base[3])
        var least = Double.infinity
        for index in 0..<scores.count { least = min(least, Double(scores.base[index])) }
        guard least.isFinite else { throw file.fault("a score is no number") }
        self.scores = scores
        unknownScore = least - 10
    }

    /// The pieces of a text in UTF-8, without those before and after it.
    ///
    /// Time is linear in the text. A text beyond 2 GiB is cut there.
    public func pieces(of utf8: [UInt8]) -> [WordPiece] {
        utf8.withUnsafeBufferPointer { pieces(of: $0) }
    }

    /// The pieces of a text in UTF-8, whose positions count from the buffer's start.
    public func pieces(of utf8: UnsafeBufferPointer<UInt8>) -> [WordPiece] {
        var pass = WordPiecePass(self)
        let text = UnsafeBufferPointer(rebasing: utf8.prefix(Int(Int32.max) - 1))
        var position = 0
        while position < text.count {
            position = normalizer.normalise(at: position, in: text) { bytes, source in
                pass.add(bytes, from: source)
            }
        }
        pass.finish(at: text.count)
        return pass.pieces
    }
}
