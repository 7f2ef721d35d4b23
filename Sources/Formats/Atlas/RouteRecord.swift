internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// A route with what writers of flat records need beside it: its number, its document, its words.
struct RouteRecord {
    /// Counted from 1 through all documents.
    let number: Int
    /// The index of the document, counted from 0.
    let mapIndex: Int
    /// The index in the routes of that document's map.
    let index: Int
    /// The document's map.
    let map: RouteMap
    /// What that document is called.
    let documentName: String
    /// The route.
    let route: Route
    /// The number of the route that this one continues.
    let continues: Int?
    private let spans: SpanText

    init(
        number: Int, firstOfMap: Int, mapIndex: Int, map: RouteMap, documentName: String,
        route: Route, spans: SpanText
    ) {
        self.number = number
        self.mapIndex = mapIndex
        index = number - firstOfMap
        self.map = map
        self.documentName = documentName
        self.route = route
        self.spans = spans
        continues = route.movement.continues.map { $0 + firstOfMap }
    }

    /// The reference to one of its legs.
    func reference(toLeg leg: Int) -> LegReference {
        LegReference(map: mapIndex, route: index, leg: leg)
    }

    var movement: Movement { route.movement }
    var label: RouteLabel { RouteLabel(route, in: map) }

    /// The words of a role, where the text has one.
    func words(_ range: Range<Int>?) -> String? {
        range.map { spans.string(at: $0) }
    }

    /// All evidence as one text.
    var evidence: String {
        sentences.joined(separator: " … ")
    }

    /// The stretches of evidence as text, without white space around them.
    var sentences: [String] {
        movement.evidence.map { TerminalText.trimmed(spans.string(at: $0)) }
    }

    /// The stretches of evidence with their offsets.
    var evidenceSpans: [TextSpan] {
        movement.evidence.map { range in
            let scalars = spans.scalars(at: range)
            return TextSpan(
                start: scalars.lowerBound, end: scalars.upperBound, text: spans.string(at: range))
        }
    }

    /// The text behind the ranges.
    var text: SpanText { spans }

    /// What moves, how, how surely and how far, and the words that say so, in one line.
    func description(of leg: Leg?) -> String {
        var facts = [movement.mode.words]
        if let relation = movement.relation.words { facts.append(relation) }
        if let cargo = words(movement.cargo) { facts.append(cargo) }
        facts.append(movement.status.words)
        facts.append(route.lengthText(of: leg))
        if let leg { facts.append(leg.method) }
        return facts.joined(separator: " · ") + " · “" + evidence + "”"
    }
}

extension Atlas {
    /// Every route with its number, in the order of the documents.
    func forEachRoute<Failure: Error>(
        _ body: (RouteRecord) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 1
        for (mapIndex, map) in maps.enumerated() {
            let first = number
            let documentName = name(ofDocument: mapIndex)
            let spans = SpanText(map.document.text)
            for route in map.routes {
                try body(
                    RouteRecord(
                        number: number, firstOfMap: first, mapIndex: mapIndex, map: map,
                        documentName: documentName, route: route, spans: spans))
                number += 1
            }
        }
    }

    /// The notice of a source, by its key: its licence, for records that name their source.
    func licence(ofSource key: String) -> String? {
        sources.first { $0.key == key }?.licence
    }
}
