internal import Documents
internal import Geoparsing
internal import Periplus

/// The runs of words of a text that may be names, with what speaks for each; offsets are code points.
struct SpanView: Encodable {
    struct Span: Encodable {
        let start: Int
        let end: Int
        let label: String
        let evidence: [String: Float]
        let score: Float
        let before: [String]
        let after: [String]
        let casing: String
        let isOffMap: Bool
    }

    let id: String
    let spans: [Span]

    init(of document: Document, id: String, by mapper: RouteMapper) {
        let offsets = ScalarOffsets(document.text)
        self.id = id
        spans = mapper.weighedSpans(of: document).map { span in
            let range = offsets.scalarRange(ofUTF8: span.utf8Range)
            return Span(
                start: range.lowerBound, end: range.upperBound, label: span.label,
                evidence: Dictionary(
                    span.evidence.map { ($0.name, $0.value) }, uniquingKeysWith: +),
                score: span.score, before: span.before, after: span.after, casing: span.casing,
                isOffMap: span.isOffMap)
        }
    }
}
