public import Foundation
internal import Language

/// Scores which ordered pairs of places a text states routes between, by a trained model.
///
/// The model reads windows of text with a transformer; each sentence's pairs of places, and the open end
/// beside each, are then asked for a route. It decides nothing: `RouteDecoder` does.
public struct MovementReader: Sendable {
    private let encoder: TextEncoder
    private let heads: ReaderHeads
    /// The bar for a route, where no other is asked for: a calibrated probability.
    let bar: Double
    /// The bar for a place passed.
    let passedBar: Double

    /// Opens the model file, `Data/Reading/model.bin`.
    /// - Throws: `MovementError.model`, for a file that is missing, damaged or of another layout.
    public init(contentsOf url: URL) throws(MovementError) {
        do {
            encoder = try TextEncoder(contentsOf: url)
            heads = try ReaderHeads(encoder)
            let bars = try encoder.floats("head.bars", count: 2)
            (bar, passedBar) = (Double(bars.base[0]), Double(bars.base[1]))
        } catch {
            throw .model(error)
        }
    }

    /// The model's name and version.
    var name: String {
        [encoder.about["reader"], encoder.about["reader.version"]].compactMap { $0 }
            .joined(separator: " ")
    }

    /// What the reader says of a document.
    struct Reading: Sendable {
        /// Routes, in the order of the text, as far as they reach the bar.
        var proposals: [RouteProposal] = []
        /// Names of places that are no mentions, in the order of the text.
        var names: [SeenName] = []
    }

    /// Reads the sentences that are wanted.
    func reading(
        of input: ReaderInput, in analysis: Analysis, wanted: [Bool], bar: Double
    ) -> Reading {
        let cutter = WindowCutter(input: input, wordPieces: encoder.wordPieces)
        let windows = cutter.windows(of: analysis.utf8, wanted: wanted)
        var reading = Reading()
        guard !windows.isEmpty else { return reading }
        let finder = NameFinder(tags: heads.tags, analysis: analysis, mentions: input.mentions)
        encoder.withWorkspace { workspace in
            for window in windows {
                // The cutter makes windows of the encoder's size, so none can be refused.
                guard
                    let hidden = try? encoder.encode(
                        ids: window.ids, kinds: window.kinds, workspace)
                else { continue }
                reading.names += finder.names(in: window, hidden, width: encoder.width)
                for row in window.rows {
                    reading.proposals += SentenceScorer(
                        heads, window, row, hidden, encoder.instructions
                    ).proposals(bar: bar)
                }
            }
        }
        return reading
    }
}
