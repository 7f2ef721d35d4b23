internal import Documents
internal import Movements
internal import RouteMaps

/// What files tell of a route; the one list that every writer goes through.
enum RouteFacts {
    static let all: [Fact<RouteRecord>] =
        [
            Fact(
                "route", .integer, label: "Route",
                "The number of the route, from 1 through all documents"
            ) { .integer($0.number) }
        ] + course + goods + statement + provenance

    private static let course: [Fact<RouteRecord>] = [
        Fact("title", label: "Title", "The stops joined by arrows") { .text($0.label.title) },
        Fact("origin", label: "From", "Where it starts", path: "origin") {
            $0.movement.origin == nil ? .none : .text($0.label.origin)
        },
        Fact("via", label: "Via", "What it passes or calls at, in order", path: "via") {
            .list($0.label.via)
        },
        Fact("destination", label: "To", "Where it goes", path: "destination") {
            $0.movement.destination == nil ? .none : .text($0.label.destination)
        },
        Fact("mode", label: "Way", "By what way it goes", path: "mode") {
            .text($0.movement.mode.rawValue)
        },
        Fact(
            "mode_basis", label: "Way known", "Whether the way is stated or inferred",
            path: "mode_basis"
        ) { .text($0.movement.modeBasis.rawValue) },
        Fact("relation", label: "Sort", "What sort of movement it is", path: "relation") {
            .text($0.movement.relation.rawValue)
        },
        Fact(
            "bidirectional", .flag, label: "Both ways", "Whether it runs both ways",
            path: "bidirectional"
        ) { .flag($0.movement.isBidirectional) },
        Fact(
            "continues", .integer, label: "Continues",
            "The number of the route that this one continues", path: "continues"
        ) { .optional($0.continues) },
        Fact("legs", .integer, label: "Legs", "How many legs are drawn", path: "legs") {
            .integer($0.route.legs.count)
        },
        Fact(
            "drawn_km", .real, in: .kilometres, label: "Length as drawn",
            "The length as drawn; none where a leg is schematic"
        ) { .kilometres($0.route.drawnLength) },
        Fact(
            "schematic", .flag, label: "Schematic",
            "Whether a line only joins the ends and poses as no real course"
        ) { .flag($0.route.legs.contains(where: \.isSchematic)) },
    ]

    private static let goods: [Fact<RouteRecord>] = [
        Fact("cargo", label: "Cargo", "What is moved, in the words of the text", path: "cargo") {
            .optional($0.words($0.movement.cargo))
        },
        Fact("quantity", label: "Quantity", "How much of it", path: "quantity") {
            .optional($0.words($0.movement.quantity))
        },
        Fact("vehicle", label: "Carried by", "What carries it", path: "vehicle") {
            .optional($0.words($0.movement.vehicle))
        },
        Fact(
            "vehicle_id", label: "Registered number",
            "The number by which the ship or aircraft is registered", path: "vehicle_id/value"
        ) { .optional($0.movement.vehicleIdentifier?.value) },
        Fact(
            "vehicle_id_kind", label: "Register", "What number that is: imo, mmsi, hull or tail",
            path: "vehicle_id/kind"
        ) { .optional($0.movement.vehicleIdentifier?.kind.rawValue) },
        Fact(
            "vehicle_id_valid", .flag, label: "Number valid",
            "Whether it can be a number of its kind, by length, alphabet and check digit",
            path: "vehicle_id/valid"
        ) { $0.movement.vehicleIdentifier.map { .flag($0.isValid) } ?? .none },
        Fact("actor", label: "By whom", "Who moves it", path: "actor") {
            .optional($0.words($0.movement.actor))
        },
    ]

    private static let statement: [Fact<RouteRecord>] = [
        Fact("attribution", label: "Says who", "Who says so", path: "attribution") {
            .optional($0.words($0.movement.attribution))
        },
        Fact("date", label: "When", "When, as written", path: "date/text") {
            .optional($0.words($0.movement.date?.utf8Range))
        },
        Fact("date_from", .day, label: "First day", "The first day of that", path: "date/from") {
            .optional($0.movement.date?.from)
        },
        Fact("date_to", .day, label: "Last day", "The last day of that", path: "date/to") {
            .optional($0.movement.date?.to)
        },
        Fact("status", label: "Status", "How the text presents it", path: "status") {
            .text($0.movement.status.rawValue)
        },
        Fact(
            "cue", label: "Status by", "The word that gives the status, where it is not stated",
            path: "cue"
        ) { .optional($0.words($0.movement.cue)) },
        Fact("trigger", label: "Stated by", "The word that states the route", path: "trigger") {
            .optional($0.words($0.movement.trigger))
        },
    ]

    private static let provenance: [Fact<RouteRecord>] = [
        Fact(
            "confidence", .real, in: .share, label: "Sure",
            "How surely the text states it between these places", path: "confidence"
        ) { .share($0.route.confidence) },
        Fact("rule", label: "Found by", "What decided that it is a route", path: "rule") {
            .text($0.movement.rule)
        },
        Fact(
            "decided", .flag, label: "Decided by hand", "Whether a person added or changed it",
            path: "decided"
        ) { .flag($0.route.isDecided) },
        Fact("evidence", label: "Evidence", "The words that state it", path: "evidence") {
            .spans($0.evidenceSpans)
        },
        Fact(
            "page", .integer, label: "Page", "The page of the file that these begin on",
            path: "evidence/page"
        ) { .optional($0.mark(.page)) },
        Fact(
            "row", .integer, label: "Row", "The row of the file that these begin on",
            path: "evidence/row"
        ) { .optional($0.mark(.row)) },
        Fact("document", .integer, label: "Document number", "The document, counted from 0") {
            .integer($0.mapIndex)
        },
        Fact("document_name", label: "Document", "What the document is called") {
            .text($0.documentName)
        },
        Fact("document_source", label: "Document at", "Where the document comes from") {
            .optional($0.map.document.source)
        },
    ]
}

extension RouteRecord {
    /// The page or row that the evidence begins on.
    fileprivate func mark(_ unit: SourceMark.Unit) -> Int? {
        guard let first = movement.evidence.first,
            let mark = map.document.mark(at: first.lowerBound), mark.unit == unit
        else { return nil }
        return mark.number
    }
}
