internal import Foundation
internal import Language

/// The weights of the evidence, in log odds, from `mention-weights.tsv`.
struct MentionWeights: Sendable {
    private var values: [Float]

    /// Reads the weights; a feature without a row weighs nothing.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(contentsOf url: URL) throws(LanguageError) {
        values = Array(repeating: 0, count: Feature.allCases.count)
        let byName = Dictionary(
            uniqueKeysWithValues: Feature.allCases.map { ($0.name, $0.rawValue) })
        for row in try LexiconTable(contentsOf: url, requiring: ["feature", "weight"]).rows {
            guard let index = byName[row["feature"]] else {
                throw row.error("feature", "no such feature: \(row["feature"])")
            }
            values[index] = Float(try row.number("weight") ?? 0)
        }
    }

    /// The weight of a feature.
    subscript(feature: Feature) -> Float { values[feature.rawValue] }
}
