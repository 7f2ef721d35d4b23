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
        /// What it says of each window, in the order of the text.
        fileprivate var windows: [Part] = []
        /// Names of places that are no mentions, in the order of the text.
        fileprivate(set) var names: [SeenName] = []

        /// Routes, in the order of the text, as far as they reach the bar.
        var proposals: [RouteProposal] { windows.flatMap(\.proposals) }

        fileprivate struct Part: Sendable {
            let place: Place
            let proposals: [RouteProposal]
        }

        /// A window, by where it stands and which sentences of it are read.
        fileprivate struct Place: Hashable, Sendable {
            let utf8Range: Range<Int>
            let rows: [Range<Int>]

            init(_ window: ReadingWindow) {
                let low = window.utf8Ranges[1].lowerBound
                let high = window.utf8Ranges[window.utf8Ranges.count - 2].upperBound
                utf8Range = low..<max(low, high)
                rows = window.rows.map(\.utf8Range)
            }
        }
    }

    /// Reads the sentences that are wanted.
    ///
    /// - Parameters:
    ///   - input: What is known of the document.
    ///   - analysis: Its text in tokens.
    ///   - wanted: Which sentences to read.
    ///   - bar: How sure a route must be.
    ///   - earlier: A reading of the same text with fewer mentions, whose windows without a name that was seen in
    ///     them are not read again.
    /// - Returns: Routes and names, in the order of the text.
    func reading(
        of input: ReaderInput, in analysis: Analysis, wanted: [Bool], bar: Double,
        after earlier: Reading = Reading()
    ) -> Reading {
        let cutter = WindowCutter(input: input, wordPieces: encoder.wordPieces)
        let windows = cutter.windows(of: analysis.utf8, wanted: wanted)
        let known = Dictionary(
            earlier.windows.map { ($0.place, $0.proposals) },
            uniquingKeysWith: { first, _ in first })
        let finder = NameFinder(tags: heads.tags, analysis: analysis, mentions: input.mentions)
        var reading = Reading()
        guard !windows.isEmpty else { return reading }
        encoder.withWorkspace { workspace in
            for window in windows {
                let place = Reading.Place(window)
                if let proposals = known[place],
                    !earlier.names.contains(where: { $0.utf8Range.overlaps(place.utf8Range) })
                {
                    let moved = proposals.compactMap { $0.found(in: input) }
                    reading.windows.append(Reading.Part(place: place, proposals: moved))
                    continue
                }
                // The cutter makes windows of the encoder's size, so none can be refused.
                guard
                    let hidden = try? encoder.encode(
                        ids: window.ids, kinds: window.kinds, workspace)
                else { continue }
                reading.names += finder.names(in: window, hidden, width: encoder.width)
                let proposals = window.rows.flatMap { row in
                    SentenceScorer(heads, window, row, hidden, encoder.instructions)
                        .proposals(bar: bar)
                }
                reading.windows.append(Reading.Part(place: place, proposals: proposals))
            }
        }
        return reading
    }
}
