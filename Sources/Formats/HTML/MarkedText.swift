internal import Documents

/// A text with its mentions and its evidence as HTML: ranges may overlap, elements never do.
struct MarkedText {
    /// A mention of a place, by the place's index in the atlas.
    struct Mention {
        var range: Range<Int>
        var place: Int
        var isLocated: Bool
    }

    /// A stretch of text that states a route, by its number.
    struct Evidence {
        var range: Range<Int>
        var route: Int
    }

    let text: SpanText
    private let mentions: RangeIndex<Mention>
    private let evidence: RangeIndex<Evidence>

    init(text: SpanText, mentions: [Mention], evidence: [Evidence]) {
        self.text = text
        self.mentions = RangeIndex(mentions, range: \.range)
        self.evidence = RangeIndex(evidence, range: \.range)
    }

    /// A paragraph as an element of its own.
    func append(_ paragraph: Paragraph, to html: inout HTMLBuilder) {
        switch paragraph.kind {
        case .headline: html.markup("<h3 dir=\"auto\">")
        case .furniture, .caption: html.markup("<p class=\"aside\" dir=\"auto\">")
        case .prose, .list: html.markup("<p dir=\"auto\">")
        }
        appendMarked(paragraph.utf8Range, to: &html)
        html.markup(paragraph.kind == .headline ? "</h3>\n" : "</p>\n")
    }

    private func appendMarked(_ range: Range<Int>, to html: inout HTMLBuilder) {
        let mentions = mentions.overlapping(range)
        let evidence = evidence.overlapping(range)
        var cuts: Set<Int> = [range.lowerBound, range.upperBound]
        for edge in (mentions.map(\.range) + evidence.map(\.range)).map({ $0.clamped(to: range) }) {
            cuts.formUnion([edge.lowerBound, edge.upperBound])
        }
        let edges = cuts.sorted()
        var open: [Int] = []
        for (start, end) in zip(edges, edges.dropFirst()) {
            let routes = evidence.filter { $0.range.contains(start) }.map(\.route)
            if routes != open {
                if !open.isEmpty { html.markup("</span>") }
                if !routes.isEmpty {
                    let numbers = routes.map(String.init).joined(separator: " ")
                    html.markup("<span class=\"evidence\" data-routes=\"\(numbers)\">")
                }
                open = routes
            }
            // Of mentions one in the other ("east of Moscow" as a place), the inner one is marked.
            let mention = mentions.filter { $0.range.contains(start) }
                .min { $0.range.count < $1.range.count }
            append(start..<end, as: mention, to: &html)
            for ending in evidence
            where min(ending.range.upperBound, range.upperBound) == end {
                let number = ending.route
                html.markup(
                    "<a class=\"to-route\" data-route=\"\(number)\" data-to=\"\(number)\" "
                        + "href=\"#route-\(number)\" aria-label=\"route \(number)\">\(number)</a>")
            }
        }
        if !open.isEmpty { html.markup("</span>") }
    }

    private func append(
        _ range: Range<Int>, as mention: Mention?, to html: inout HTMLBuilder
    ) {
        guard let mention else {
            html.words(text.string(at: range))
            return
        }
        let state = mention.isLocated ? "mention" : "mention unlocated"
        let span = text.scalars(at: mention.range)
        html.markup(
            "<a class=\"\(state)\" data-place=\"\(mention.place)\" "
                + "data-span=\"\(span.lowerBound) \(span.upperBound)\" href=\"#place-\(mention.place)\">"
        )
        html.words(text.string(at: range))
        html.markup("</a>")
    }
}
