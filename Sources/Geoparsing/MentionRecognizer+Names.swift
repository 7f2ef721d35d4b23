internal import Gazetteers
public import Language

extension MentionRecognizer {
    /// The mentions of a document with further names among them, in the order of the text.
    ///
    /// - Parameters:
    ///   - names: Where names stand that are no mentions yet, in UTF-8 bytes, and how surely they are places.
    ///   - mentions: The mentions known, which no name overlaps.
    ///   - analysis: The document's.
    /// - Returns: All of them, with what refers to a mention by its index put right.
    public func adding(
        _ names: [(utf8Range: Range<Int>, probability: Double)], to mentions: [Mention],
        of analysis: Analysis
    ) -> [Mention] {
        var lookup = NameLookup(gazetteer: gazetteer, weights: weights)
        var all = mentions
        for name in names {
            let text = String(decoding: analysis.utf8[name.utf8Range], as: UTF8.self)
            all.append(
                Mention(
                    utf8Range: name.utf8Range, text: text,
                    candidates: lookup.entry(for: text).places,
                    recognitionConfidence: name.probability))
        }
        return Mention.inTextOrder(all)
    }
}
