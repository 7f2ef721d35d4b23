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

    /// The routes of the sentences that are wanted, in the order of the text, as far as they reach a bar.
    func proposals(
        for input: ReaderInput, in utf8: [UInt8], wanted: [Bool], bar: Double
    ) -> [RouteProposal] {
        let cutter = WindowCutter(input: input, wordPieces: encoder.wordPieces)
        let windows = cutter.windows(of: utf8, wanted: wanted)
        guard !windows.isEmpty else { return [] }
        return encoder.withWorkspace { workspace in
            windows.flatMap { window -> [RouteProposal] in
                // The cutter makes windows of the encoder's size, so none can be refused.
                guard
                    let hidden = try? encoder.encode(
                        ids: window.ids, kinds: window.kinds, workspace)
                else { return [] }
                return window.rows.flatMap { row in
                    SentenceScorer(heads, window, row, hidden, encoder.instructions)
                        .proposals(bar: bar)
                }
            }
        }
    }
}
