internal import Foundation
internal import Language

/// Tells, by the words of a sentence alone, whether it may state a route at all.
///
/// Each word is seen with its two neighbours, before any layer of the encoder, which then reads only what is left and what
/// was said before it. `Scripts/reading/glance.py` trains it.
struct SentenceGlance {
    let encoder: TextEncoder
    let heads: ReaderHeads
    /// How likely a sentence must be to state a route.
    let bar: Double

    /// Those of some sentences that may state a route; where the rules propose one, it may.
    ///
    /// Linear in the length of the text. In a task that is cancelled, what is not looked at yet is left out.
    /// - Parameters:
    ///   - input: What is known of the document.
    ///   - utf8: Its text.
    ///   - open: Which sentences to look at.
    /// - Returns: For each sentence whether it may; false for one that was not open.
    func worthy(of input: ReaderInput, in utf8: [UInt8], open: [Bool]) -> [Bool] {
        let proposed = Set(input.proposals.map(\.sentence))
        return encoder.withWorkspace { workspace in
            utf8.withUnsafeBufferPointer { bytes in
                open.indices.map { index in
                    let sentence = input.sentences[index]
                    guard open[index], !Task.isCancelled else { return false }
                    return proposed.contains(sentence.lowerBound)
                        || isWorthy(sentence, of: input, in: bytes, workspace)
                }
            }
        }
    }

    private func isWorthy(
        _ sentence: Range<Int>, of input: ReaderInput, in utf8: UnsafeBufferPointer<UInt8>,
        _ workspace: TextEncoderWorkspace
    ) -> Bool {
        let pieces = encoder.wordPieces.pieces(of: UnsafeBufferPointer(rebasing: utf8[sentence]))
        let places = pieces.map {
            let place = $0.utf8Range
            return place.lowerBound + sentence.lowerBound..<place.upperBound + sentence.lowerBound
        }
        return stride(from: 0, to: pieces.count, by: WindowCutter.longest).contains { start in
            let part = start..<min(pieces.count, start + WindowCutter.longest)
            var kinds = [UInt8](repeating: 0, count: part.count)
            for (mention, own) in input.mentions(in: places[part]) {
                for piece in own { kinds[piece - start] = input.kinds[mention].mark }
            }
            // Parts are of the encoder's size, so none can be refused.
            let words = try? encoder.encode(
                ids: pieces[part].map(\.id), kinds: kinds, depth: 0, workspace
            ) { _ in [] }
            return words.map { likelihood(of: $0, pieces: part.count) >= bar } ?? true
        }
    }

    /// How likely a stretch of pieces states a route, in 0...1, by its embedding.
    private func likelihood(of words: UnsafeBufferPointer<Float>, pieces: Int) -> Double {
        let looks = ReaderHeads.glances
        let seen = heads.glance.applied(to: words, rows: pieces)
        var signs = [Float](repeating: 0, count: pieces * looks)
        for piece in 0..<pieces {
            for look in 0..<looks {
                var sign = seen[piece * 3 * looks + looks + look]
                if piece > 0 { sign += seen[(piece - 1) * 3 * looks + look] }
                if piece < pieces - 1 { sign += seen[(piece + 1) * 3 * looks + 2 * looks + look] }
                signs[piece * looks + look] = sign
            }
        }
        encoder.instructions.applyGELU(to: &signs)
        var logit = heads.glanceWorth.base[looks]
        for look in 0..<looks {
            var most = -Float.greatestFiniteMagnitude
            for piece in 0..<pieces { most = max(most, signs[piece * looks + look]) }
            logit += most * heads.glanceWorth.base[look]
        }
        return 1 / (1 + exp(-Double(logit)))
    }
}
