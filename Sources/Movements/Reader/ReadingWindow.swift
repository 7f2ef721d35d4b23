internal import Language

/// A stretch of text that the encoder reads at once: some sentences to be read, behind some read before.
struct ReadingWindow: Sendable {
    /// A mention of a place in the window.
    struct PlaceMention: Sendable {
        /// Its pieces.
        let pieces: Range<Int>
        /// The place, a node of the input.
        let node: Int
        /// The mention, of the input.
        let mention: Int
        /// Where it stands, in UTF-8 bytes of the text.
        let utf8Range: Range<Int>
    }

    /// A place known by the end of a sentence.
    struct Candidate: Sendable {
        /// The place, a node of the input.
        let node: Int
        let kind: ReaderKind
        /// The mentions that stand for it, of the window: those in the sentence, or the last before.
        let mentions: [Int]
        /// How far off they are: 0 in the sentence, 1 shortly before, 2 farther.
        let distance: Int
    }

    /// An ordered pair of candidates; the count of candidates stands for the open end.
    struct Pair: Sendable, Hashable {
        let origin: Int
        let destination: Int
    }

    /// What the rules say of a pair; the raw values are the rows of the model's table.
    enum RuleVoice: Int, Sendable, Comparable {
        case nothing, elsewhere, here

        static func < (one: RuleVoice, other: RuleVoice) -> Bool { one.rawValue < other.rawValue }
    }

    /// A sentence to be read.
    struct Row: Sendable {
        /// Its pieces.
        let pieces: Range<Int>
        /// Its pieces with those of the sentence before it.
        let stretch: Range<Int>
        /// Where it stands, in UTF-8 bytes of the text.
        let utf8Range: Range<Int>
        /// The places that may be the ends of what it states.
        let candidates: [Candidate]
        /// Pairs of those that the rules propose, here or in another sentence.
        let proposals: [Pair: RuleVoice]
    }

    /// The pieces, with the marks before and behind the text.
    var ids: [Int32]
    /// Of each piece, 1 + the kind of the mention it belongs to; 0 outside mentions.
    var kinds: [UInt8]
    /// Where each piece stands, in UTF-8 bytes of the text; empty for the marks.
    var utf8Ranges: [Range<Int>]
    var mentions: [PlaceMention]
    var rows: [Row]
}
