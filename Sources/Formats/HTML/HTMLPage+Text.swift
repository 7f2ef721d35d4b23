internal import Documents
internal import Geoparsing
internal import Movements
internal import RouteMaps

extension HTMLPage {
    /// The documents' text with the places and the evidence marked.
    func appendText(to html: inout HTMLBuilder) {
        html.markup("<section class=\"text\" id=\"text\" tabindex=\"0\" aria-label=\"The text\">\n")
        var placeOf: [MentionReference: Int] = [:]
        for (index, place) in atlas.places.enumerated() {
            for mention in place.mentions { placeOf[mention] = index }
        }
        var evidence = [[MarkedText.Evidence]](repeating: [], count: atlas.maps.count)
        atlas.forEachRoute { record in
            for range in record.movement.evidence {
                evidence[record.mapIndex].append(.init(range: range, route: record.number))
            }
        }
        for (index, map) in atlas.maps.enumerated() {
            let mentions = map.toponyms.enumerated().compactMap { position, toponym in
                placeOf[MentionReference(map: index, toponym: position)].map { place in
                    MarkedText.Mention(
                        range: toponym.mention.utf8Range, place: place,
                        isLocated: toponym.coordinate != nil)
                }
            }
            let marked = MarkedText(
                text: SpanText(map.document.text), mentions: mentions, evidence: evidence[index])
            html.markup("<article>\n")
            // A text that begins with its headline needs no other heading.
            if atlas.maps.count > 1, map.document.paragraphs.first?.kind != .headline {
                html.element(
                    "h3", "dir=\"auto\"",
                    map.document.title ?? map.document.source ?? "Document \(index + 1)")
            }
            if atlas.maps.count > 1 { appendOrigin(of: map.document, to: &html) }
            for paragraph in map.document.paragraphs {
                marked.append(paragraph, to: &html)
            }
            html.markup("</article>\n")
        }
        html.markup("</section>\n")
    }

    /// The day of a document and where it comes from, where it says so.
    private func appendOrigin(of document: Document, to html: inout HTMLBuilder) {
        guard document.date != nil || document.source != nil else { return }
        html.markup("<p class=\"aside\">")
        if let date = document.date { html.words("\(date.day)") }
        if let source = document.source {
            if document.date != nil { html.markup(" · ") }
            appendAddress(source, to: &html)
        }
        html.markup("</p>\n")
    }
}
