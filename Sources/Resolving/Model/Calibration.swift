internal import Foundation
internal import Language

/// Turns a model's probability into the share of such answers that are right.
///
/// A monotone map through a few knots, fitted by isotonic regression (`place-calibration.tsv`).
struct Calibration: Sendable {
    private let knots: [(model: Double, share: Double)]

    /// Reads the knots, which must rise in both columns.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(contentsOf url: URL) throws(LanguageError) {
        var knots: [(model: Double, share: Double)] = []
        for row in try LexiconTable(contentsOf: url, requiring: ["model", "share"]).rows {
            let knot = (try row.number("model") ?? 0, try row.number("share") ?? 0)
            if let last = knots.last, last.model >= knot.0 || last.share > knot.1 {
                throw row.error("model", "the knots must rise")
            }
            knots.append(knot)
        }
        self.knots = knots
    }

    /// The calibrated probability.
    func callAsFunction(_ probability: Double) -> Double {
        guard let first = knots.first, let last = knots.last else { return probability }
        if probability <= first.model { return first.share }
        for (left, right) in zip(knots, knots.dropFirst()) where probability <= right.model {
            let part = (probability - left.model) / (right.model - left.model)
            return left.share + part * (right.share - left.share)
        }
        return last.share
    }
}
