internal import Documents
internal import Movements
internal import RouteMaps

/// Who says a flow: its routes with the words that state them, over all documents.
struct FlowStatements {
    /// One route of a flow.
    struct Statement {
        /// The number of the route.
        let route: Int
        /// The index of the document.
        let document: Int
        /// What that is called.
        let documentName: String
        /// The days that the text tells.
        let date: StatedDate?
        /// The words that state it.
        let quotes: [String]
        /// Whether the document copies another that says the same.
        let isCopy: Bool

        /// The words with their document, in one line.
        func words(ofSeveral isOfSeveral: Bool) -> String {
            let source = isOfSeveral ? " (\(documentName)\(isCopy ? ", a copy" : ""))" : ""
            return "\(route). “\(quotes.joined(separator: " … "))”" + source
        }
    }

    private let atlas: Atlas
    private let texts: [SpanText]

    init(_ atlas: Atlas) {
        self.init(atlas, texts: atlas.maps.map { SpanText($0.document.text) })
    }

    init(_ atlas: Atlas, texts: [SpanText]) {
        self.atlas = atlas
        self.texts = texts
    }

    /// The statements of a flow, each route once, in the order of the documents.
    func statements(of flow: Flow) -> [Statement] {
        var last: LegReference?
        return flow.legs.compactMap { leg in
            defer { last = leg }
            if let last, last.map == leg.map, last.route == leg.route { return nil }
            return statement(of: leg)
        }
    }

    private func statement(of leg: LegReference) -> Statement {
        let movement = atlas.maps[leg.map].routes[leg.route].movement
        let number = atlas.tellings.firstNumber(ofDocument: leg.map) + leg.route
        return Statement(
            route: number, document: leg.map, documentName: atlas.name(ofDocument: leg.map),
            date: movement.date,
            quotes: movement.evidence.map { TerminalText.trimmed(texts[leg.map].string(at: $0)) },
            isCopy: atlas.tellings.original(ofRoute: number) != number)
    }
}
