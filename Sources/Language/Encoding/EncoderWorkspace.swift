/// Scratch memory of one encoder, with the mixed vectors of words met before.
///
/// A word's vector before the window layers depends on nothing around it, so it is kept.
final class EncoderWorkspace {
    /// How many words are kept before the store starts afresh; with 96 floats a word, 6 MB.
    private static let capacity = 16_384

    private let encoder: Encoder
    private var slots: [UInt64: Int32] = [:]
    private let rows: FloatBuffer
    private let embedded = FloatBuffer()
    private let scratch: FloatBuffer
    private let one = FloatBuffer()
    private let other = FloatBuffer()

    init(_ encoder: Encoder) {
        self.encoder = encoder
        rows = FloatBuffer(capacity: Self.capacity * encoder.width)
        scratch = FloatBuffer(capacity: encoder.scratchCount)
        slots.reserveCapacity(Self.capacity)
    }

    /// The vectors of the tokens of some segments, each as if it stood alone.
    ///
    /// Returns a pointer to the first token's vector; a segment's vectors adjoin, and between two
    /// segments are `Encoder.padding` rows to skip.
    func vectors(
        of segments: [Range<Int>], _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
        _ identities: WordIdentities
    ) -> UnsafeMutablePointer<Float> {
        let width = encoder.width
        let count = segments.reduce(0) { $0 + $1.count }
        let height = count + Encoder.padding * (segments.count + 1)
        let input = one.reserve((height + 2) * width)
        let spare = other.reserve((height + 2) * width)
        if slots.count + count > Self.capacity { slots.removeAll(keepingCapacity: true) }
        var row = 1
        for segment in segments {
            (input + row * width).update(repeating: 0, count: Encoder.padding * width)
            row += Encoder.padding
            // Batches, so that the embeddings of new words stay in the cache.
            var start = segment.lowerBound
            while start < segment.upperBound {
                let batch = start..<min(start + 256, segment.upperBound)
                gather(batch, tokens, text, identities, into: input + row * width)
                row += batch.count
                start = batch.upperBound
            }
        }
        (input + row * width).update(repeating: 0, count: Encoder.padding * width)
        let output = encoder.convolve(rows: height, input, spare, scratch: scratch.base)
        return output + (1 + Encoder.padding) * width
    }

    private func gather(
        _ batch: Range<Int>, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>,
        _ identities: WordIdentities, into output: UnsafeMutablePointer<Float>
    ) {
        let width = encoder.width
        let depth = encoder.mixedDepth
        let embeddings = embedded.reserve(256 * depth)
        let firstNew = slots.count
        var new = 0
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: batch.count) { found in
            for index in batch {
                let token = tokens[index]
                let word = UnsafeBufferPointer(rebasing: text[token.utf8Range])
                var key = MurmurHash.hash64(word) ^ (UInt64(token.norm) &* 0x9E37_79B9_7F4A_7C15)
                if encoder.seesSpaces, token.isFollowedBySpace { key = ~key }
                if let slot = slots[key] {
                    found[index - batch.lowerBound] = slot
                } else {
                    let slot = Int32(firstNew + new)
                    slots[key] = slot
                    found[index - batch.lowerBound] = slot
                    encoder.embed(word, token, identities, into: embeddings + new * depth)
                    new += 1
                }
            }
            if new > 0 {
                encoder.mix(
                    embeddings, rows: new, into: rows.base + firstNew * width, scratch: scratch.base
                )
            }
            for index in 0..<batch.count {
                (output + index * width).update(
                    from: rows.base + Int(found[index]) * width, count: width)
            }
        }
    }
}
