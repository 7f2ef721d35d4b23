/// The text that results count in: their own where they carry it, else as much as they quote, at its place.
enum ResultText {
    /// The text of a line; nil where its spans do not fit their words or reach further than any document.
    static func text(of line: ResultLine) -> String? {
        if let text = line.text { return text }
        let spans = line.spans
        let end = spans.map(\.end).max() ?? 0
        guard end <= RouteMapper.largestDocument else { return nil }
        var scalars = [Unicode.Scalar](repeating: " ", count: end)
        var isKnown = [Bool](repeating: false, count: end)
        for span in spans {
            let words = Array(span.text.unicodeScalars)
            guard span.start >= 0, span.end - span.start == words.count else { return nil }
            scalars.replaceSubrange(span.start..<span.end, with: words)
            for index in span.start..<span.end { isKnown[index] = true }
        }
        breakGaps(of: &scalars, where: isKnown)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Where words are left out a paragraph ends.
    private static func breakGaps(of scalars: inout [Unicode.Scalar], where isKnown: [Bool]) {
        for index in scalars.indices.dropFirst()
        where !isKnown[index] && !isKnown[index - 1] && (index < 2 || isKnown[index - 2]) {
            scalars[index - 1] = "\n"
            scalars[index] = "\n"
        }
    }
}
