package import Documents
package import Language

extension MentionRecognizer {
    /// All runs of words that were weighed for a document, chosen or not, in no particular order.
    package func weighedSpans(in document: Document, analysis: Analysis) -> [WeighedSpan] {
        guard let (finder, _) = weighed(document, analysis) else { return [] }
        let table = finder.table
        let assembler = MentionAssembler(
            document: document, table: table, lexicon: lexicon, gazetteer: gazetteer)
        return finder.spans.map { span in
            func words(_ rows: [Int]) -> [String] {
                rows.map { row in
                    guard table.segments[table.segment[span.rows.lowerBound]].rows.contains(row)
                    else { return "" }
                    return table.word[row].isEmpty ? table.text(row..<(row + 1)) : table.word[row]
                }
            }
            return WeighedSpan(
                utf8Range: table.utf8Range(span.rows), label: "\(span.label)",
                evidence: span.evidence.items.map { ($0.feature.name, $0.value) },
                score: span.score,
                before: words([span.rows.lowerBound - 1, span.rows.lowerBound - 2]),
                after: words([span.rows.upperBound, span.rows.upperBound + 1]),
                casing: "\(table.segments[table.segment[span.rows.lowerBound]].casing)",
                isOffMap: !assembler.use(of: span).isPlaced)
        }
    }
}
