internal import Foundation
internal import Language

/// Tells, by what the encoder's first layers see, which sentences of a window may state a route at all.
///
/// Only those, the sentence before each, and the mentions go through the other layers.
struct SentenceSifter {
    let heads: ReaderHeads
    /// How likely a sentence must be to state a route.
    let bar: Double
    let instructions: InstructionSet

    /// The sentences of a window that are worth reading, by index.
    func worthy(of window: ReadingWindow, _ hidden: UnsafeBufferPointer<Float>) -> [Int] {
        let signs = ReaderHeads.signs
        var seen = heads.sign.applied(to: hidden, rows: window.ids.count)
        instructions.applyGELU(to: &seen)
        return window.rows.indices.filter { index in
            var logit = heads.worth.base[signs]
            for column in 0..<signs {
                var most = -Float.greatestFiniteMagnitude
                for piece in window.rows[index].pieces {
                    most = max(most, seen[piece * signs + column])
                }
                logit += most * heads.worth.base[column]
            }
            return 1 / (1 + exp(-Double(logit))) >= bar
        }
    }

    /// The pieces that are read to the end for the sake of some sentences, in order.
    func pieces(of window: ReadingWindow, for rows: [Int]) -> [Int] {
        guard !rows.isEmpty else { return [] }
        var isRead = [Bool](repeating: false, count: window.ids.count)
        isRead[0] = true
        isRead[window.ids.count - 1] = true
        for mention in window.mentions {
            for piece in mention.pieces { isRead[piece] = true }
        }
        for row in rows {
            for piece in window.rows[row].stretch { isRead[piece] = true }
        }
        return isRead.indices.filter { isRead[$0] }
    }
}
