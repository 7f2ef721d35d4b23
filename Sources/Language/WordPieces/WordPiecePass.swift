/// One pass over a text: gathers normalised words and cuts each into pieces.
struct WordPiecePass {
    /// U+2581, which stands for the space before a word.
    private static let space: [UInt8] = [0xE2, 0x96, 0x81]

    private(set) var pieces: [WordPiece] = []
    private let vocabulary: WordPieces
    /// The word so far, normalised, and for each byte the bytes of the text that it stands for.
    private var word: [UInt8] = Self.space
    private var sources: [(start: Int32, end: Int32)] = Array(repeating: (-1, -1), count: 3)
    /// How many bytes of the word are the space before it: none in the rest of an overlong word.
    private var spaceLength = Self.space.count
    /// Whether a space of the text is before the word.
    private var isAfterSpace = false
    private var nodes: [Node] = []

    /// The best way to a position of a word.
    private struct Node {
        var score = 0.0
        var start: Int32 = -1
        var piece: Int32 = 0
    }

    init(_ vocabulary: WordPieces) {
        self.vocabulary = vocabulary
    }

    /// Adds what a character or cluster of the text was normalised to.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, from source: Range<Int>) {
        for byte in bytes {
            if byte == 0x20 {
                if word.count > spaceLength { cut(upTo: source.lowerBound) }
                isAfterSpace = true
            } else {
                if word.count >= WordPieces.longestWord, byte & 0xC0 != 0x80 { cutLongWord() }
                word.append(byte)
                sources.append((Int32(source.lowerBound), Int32(source.upperBound)))
            }
        }
    }

    /// Ends the pass at the end of the text.
    mutating func finish(at end: Int) {
        if word.count > spaceLength || (spaceLength > 0 && isAfterSpace) { cut(upTo: end) }
    }

    /// Cuts up the word, and begins the next one.
    private mutating func cut(upTo end: Int) {
        cutUp(endingAt: Int32(end))
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: Self.space)
        sources.removeAll(keepingCapacity: true)
        sources.append(
            contentsOf: repeatElement((start: Int32(-1), end: Int32(-1)), count: Self.space.count))
        spaceLength = Self.space.count
    }

    /// Cuts up what there is of an overlong word; what follows has no space before it.
    private mutating func cutLongWord() {
        cutUp(endingAt: sources.last?.end ?? 0)
        spaceLength = 0
        word.removeAll(keepingCapacity: true)
        sources.removeAll(keepingCapacity: true)
    }

    private mutating func cutUp(endingAt end: Int32) {
        findBestPath()
        let first = pieces.count
        var position = word.count
        while position > 0 {
            let node = nodes[position]
            var start = Int(node.start)
            if node.piece == vocabulary.unknown {
                // Unknown characters that adjoin are one piece.
                while start > 0, nodes[start].piece == vocabulary.unknown {
                    start = Int(nodes[start].start)
                }
            }
            pieces.append(piece(node.piece, start..<position, endingAt: end))
            position = start
        }
        pieces[first...].reverse()
    }

    private func piece(_ id: Int32, _ range: Range<Int>, endingAt end: Int32) -> WordPiece {
        var start = range.lowerBound
        while start < range.upperBound, sources[start].start < 0 { start += 1 }
        if start == range.upperBound {
            let place = start < sources.count ? sources[start].start : end
            return WordPiece(id: id, start: place, end: place)
        }
        return WordPiece(
            id: id, start: sources[start].start, end: sources[range.upperBound - 1].end)
    }

    /// Viterbi's algorithm over the bytes of the word.
    private mutating func findBestPath() {
        nodes.removeAll(keepingCapacity: true)
        nodes.append(contentsOf: repeatElement(Node(), count: word.count + 1))
        word.withUnsafeBufferPointer { word in
            nodes.withUnsafeMutableBufferPointer { nodes in
                var start = 0
                while start < word.count {
                    let score = nodes[start].score
                    let length = ScalarDecoding.scalar(at: start, in: word).length
                    var isKnown = false
                    func reach(_ end: Int, _ piece: Int32, _ score: Double) {
                        if nodes[end].start < 0 || score > nodes[end].score {
                            nodes[end] = Node(score: score, start: Int32(start), piece: piece)
                        }
                    }
                    vocabulary.trie.forEachPiece(at: start, in: word) { bytes, piece in
                        guard piece < vocabulary.scores.count else { return }
                        reach(
                            start + bytes, Int32(piece),
                            score + Double(vocabulary.scores.base[piece]))
                        if bytes == length { isKnown = true }
                    }
                    if !isKnown {
                        reach(start + length, vocabulary.unknown, score + vocabulary.unknownScore)
                    }
                    start += length
                }
            }
        }
    }
}
