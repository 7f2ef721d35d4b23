public import Foundation
internal import Language

/// Scores which ordered pairs of places a text states routes between, by a trained model.
///
/// A glance at the words of a sentence tells whether it is read at all. The model reads windows of text with a
/// transformer, whose first layers tell which sentences to read on; their pairs of places, and the open end beside each, are
/// then asked for a route. It decides nothing: `RouteDecoder` does.
public struct MovementReader: Sendable {
    private let encoder: TextEncoder
    private let heads: ReaderHeads
    /// The bar for a route, where no other is asked for: a calibrated probability.
    let bar: Double
    /// The same for texts in other languages than English, of which the reader has seen less.
    let barOfOthers: Double
    /// The bar for a place passed.
    let passedBar: Double
    /// How likely a sentence must be to state a route, to be read to the end.
    private let worthBar: Double
    /// How likely a sentence must be to state a route by its words alone, to be read at all.
    private let glanceBar: Double

    /// Opens the model file, `Data/Reading/model.bin`.
    /// - Throws: `MovementError.model`, for a file that is missing, damaged or of another layout.
    public init(contentsOf url: URL) throws(MovementError) {
        do {
            encoder = try TextEncoder(contentsOf: url)
            heads = try ReaderHeads(encoder)
            let bars = try encoder.floats("head.bars", count: 5)
            (bar, passedBar) = (Double(bars.base[0]), Double(bars.base[1]))
            worthBar = Double(bars.base[2])
            barOfOthers = Double(bars.base[3])
            glanceBar = Double(bars.base[4])
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
            let sight: Sight?
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

        /// What the encoder made of a window in which there are names that are no mentions.
        fileprivate struct Sight: Sendable {
            let rows: [Int]
            let vectors: [Float]
        }
    }

    /// Those of some sentences that may state a route by their words alone.
    ///
    /// - Parameters:
    ///   - open: Which sentences to look at.
    ///   - input: What is known of the document.
    ///   - analysis: Its text in tokens.
    /// - Returns: For each sentence whether it is worth reading.
    func worthReading(_ open: [Bool], of input: ReaderInput, in analysis: Analysis) -> [Bool] {
        SentenceGlance(encoder: encoder, heads: heads, bar: glanceBar)
            .worthy(of: input, in: analysis.utf8, open: open)
    }

    /// Reads the sentences that are wanted; in a task that is cancelled, no more of them.
    ///
    /// - Parameters:
    ///   - input: What is known of the document.
    ///   - analysis: Its text in tokens.
    ///   - wanted: Which sentences to read.
    ///   - bar: How sure a route must be.
    ///   - replacesParts: Whether names are told of which mentions are parts.
    /// - Returns: Routes and names, in the order of the text.
    func reading(
        of input: ReaderInput, in analysis: Analysis, wanted: [Bool], bar: Double,
        replacesParts: Bool = false
    ) -> Reading {
        let cutter = WindowCutter(input: input, wordPieces: encoder.wordPieces)
        let finder = NameFinder(
            tags: heads.tags, analysis: analysis, mentions: input.mentions,
            replacesParts: replacesParts)
        var reading = Reading()
        var names: Set<SeenName> = []
        for window in cutter.windows(of: analysis.utf8, wanted: wanted) where !Task.isCancelled {
            encoder.withWorkspace { workspace in
                guard let (rows, hidden) = look(at: window, workspace) else { return }
                let seen = finder.names(in: window, rows: rows, hidden, width: encoder.width)
                names.formUnion(seen)
                let isKept = !seen.isEmpty && reading.windows.count < Self.mostKept
                reading.windows.append(
                    Reading.Part(
                        place: Reading.Place(window),
                        sight: isKept ? Reading.Sight(rows: rows, vectors: Array(hidden)) : nil,
                        proposals: proposals(in: window, rows, hidden, bar: bar)))
            }
        }
        reading.names = names.sorted { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
        return reading
    }

    /// A reading once more, with the names that it saw among the mentions.
    ///
    /// Only the windows with such names are asked again, of what the encoder made of them the first time.
    func reading(
        _ earlier: Reading, of input: ReaderInput, in analysis: Analysis, wanted: [Bool],
        bar: Double
    ) -> Reading {
        let cutter = WindowCutter(input: input, wordPieces: encoder.wordPieces)
        let known = Dictionary(
            earlier.windows.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        let names = earlier.names.map(\.utf8Range)
        var reading = Reading()
        reading.names = earlier.names
        for window in cutter.windows(of: analysis.utf8, wanted: wanted) where !Task.isCancelled {
            let place = Reading.Place(window)
            let part = known[place]
            let proposals: [RouteProposal]
            if let sight = part?.sight {
                proposals = sight.vectors.withUnsafeBufferPointer {
                    self.proposals(in: window, sight.rows, $0, bar: bar)
                }
            } else if let part, !names.containsOverlap(with: place.utf8Range) {
                proposals = part.proposals.compactMap { $0.found(in: input) }
            } else {
                proposals = encoder.withWorkspace { workspace in
                    guard let (rows, hidden) = look(at: window, workspace) else { return [] }
                    return self.proposals(in: window, rows, hidden, bar: bar)
                }
            }
            reading.windows.append(
                Reading.Part(place: place, sight: nil, proposals: proposals))
        }
        return reading
    }

    /// Up to how many windows of a text are kept as the encoder saw them: 390 KB each.
    private static let mostKept = 128

    /// The sentences of a window that are worth reading, and the vectors of what is read of it.
    private func look(
        at window: ReadingWindow, _ workspace: TextEncoderWorkspace
    ) -> (rows: [Int], hidden: UnsafeBufferPointer<Float>)? {
        let sifter = SentenceSifter(heads: heads, bar: worthBar, instructions: encoder.instructions)
        var rows: [Int] = []
        // The cutter makes windows of the encoder's size, so none can be refused.
        let hidden = try? encoder.encode(
            ids: window.ids, kinds: window.kinds, depth: heads.depth, workspace
        ) { hidden in
            rows = sifter.worthy(of: window, hidden)
            return sifter.pieces(of: window, for: rows)
        }
        return hidden.map { (rows, $0) }
    }

    private func proposals(
        in window: ReadingWindow, _ rows: [Int], _ hidden: UnsafeBufferPointer<Float>, bar: Double
    ) -> [RouteProposal] {
        rows.flatMap { row in
            SentenceScorer(heads, window, window.rows[row], hidden, encoder.instructions)
                .proposals(bar: bar)
        }
    }
}
