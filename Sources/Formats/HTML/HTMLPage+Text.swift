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
            html.markup("<article data-document=\"\(index)\">\n")
            // A text that begins with its headline needs no other heading.
            if atlas.maps.count > 1, map.document.paragraphs.first?.kind != .headline {
                html.element(
                    "h3", "dir=\"auto\"",
                    atlas.name(ofDocument: index))
            }
            if atlas.maps.count > 1 { appendOrigin(of: index, to: &html) }
            append(map.document.paragraphs, by: marked, to: &html)
            html.markup("</article>\n")
        }
        html.markup("</section>\n")
    }

    /// Paragraphs in order; what frames the story on its page is folded away.
    private func append(
        _ paragraphs: [Paragraph], by marked: MarkedText, to html: inout HTMLBuilder
    ) {
        var isFolded = false
        for (index, paragraph) in paragraphs.enumerated() {
            let isFurniture = paragraph.kind == .furniture
            if isFurniture, !isFolded {
                let count = paragraphs[index...].prefix { $0.kind == .furniture }.count
                html.markup(
                    "<details class=\"furniture\"><summary>\(count) line\(count == 1 ? "" : "s") "
                        + "of the page, not of the story</summary>\n")
            } else if !isFurniture, isFolded {
                html.markup("</details>\n")
            }
            isFolded = isFurniture
            marked.append(paragraph, to: &html)
        }
        if isFolded { html.markup("</details>\n") }
    }

    /// The file of a document, its day and where it comes from, where these are known.
    private func appendOrigin(of index: Int, to html: inout HTMLBuilder) {
        let document = atlas.maps[index].document
        var parts: [String] = []
        if atlas.files.indices.contains(index), document.title != nil {
            parts.append(atlas.files[index])
        }
        if let date = document.date { parts.append("\(date.day)") }
        if atlas.copies.isCopy(index) {
            parts.append("the same text as “\(atlas.name(ofDocument: atlas.copies.firsts[index]))”")
        }
        guard !parts.isEmpty || document.source != nil else { return }
        html.markup("<p class=\"aside\">")
        html.words(parts.joined(separator: " · "))
        if let source = document.source {
            if !parts.isEmpty { html.markup(" · ") }
            appendAddress(source, to: &html)
        }
        html.markup("</p>\n")
    }
}
