internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The flows as flat records: the columns that kepler.gl takes for flows, the count of routes and documents.
struct FlowTable {
    static let fields: [Field] = [
        Field("flow", .integer), Field("source_name"), Field("source_lat", .real),
        Field("source_lng", .real), Field("target_name"), Field("target_lat", .real),
        Field("target_lng", .real), Field("count", .integer), Field("documents", .integer),
        Field("mode"), Field("status"), Field("bidirectional", .flag), Field("schematic", .flag),
        Field("drawn_km", .real), Field("geodesic_km", .real), Field("passages"), Field("cargo"),
        Field("routes"), Field("evidence"), Field("stack", .integer),
    ]

    let atlas: Atlas
    /// The number of each document's first route.
    private let firstNumbers: [Int]
    /// The text of the document last looked at: the legs of a flow are in the order of the documents.
    private var text: (map: Int, spans: SpanText)?

    init(_ atlas: Atlas) {
        self.atlas = atlas
        var first = 1
        firstNumbers = atlas.maps.map { map in
            defer { first += map.routes.count }
            return first
        }
    }

    /// The record of a flow, by its index.
    mutating func values(of index: Int) -> [FieldValue] {
        let flow = atlas.flows[index]
        let first = atlas.first(of: flow)
        let ends = first.leg.ends(in: first.map)
        let (start, target) = (ends[0], ends[1])
        let passages = first.leg.passages.joined(separator: "; ")
        var (cargo, evidence, numbers) = (Distinct(), Distinct(), Distinct())
        for reference in flow.legs {
            let movement = atlas.maps[reference.map].routes[reference.route].movement
            if let range = movement.cargo { cargo.add(words(range, in: reference.map)) }
            for range in movement.evidence { evidence.add(words(range, in: reference.map)) }
            numbers.add("\(firstNumbers[reference.map] + reference.route)")
        }
        return [
            .integer(index + 1), .text(start.name),
            .degrees(start.position?.latitude),
            .degrees(start.position?.longitude), .text(target.name),
            .degrees(target.position?.latitude),
            .degrees(target.position?.longitude), .integer(flow.routes),
            .integer(flow.documents), .text(first.leg.mode.rawValue),
            .text(first.movement.status.rawValue), .flag(first.movement.isBidirectional),
            .flag(first.leg.isSchematic),
            .kilometres(first.leg.isSchematic ? nil : first.leg.drawn),
            .kilometres(first.leg.geodesic), passages.isEmpty ? .none : .text(passages),
            cargo.values.isEmpty ? .none : .text(cargo.values.joined(separator: "; ")),
            .text(numbers.values.joined(separator: "; ")),
            .text(evidence.values.joined(separator: " … ")), .integer(flow.stack),
        ]
    }

    private mutating func words(_ range: Range<Int>, in map: Int) -> String {
        if text?.map != map { text = (map, SpanText(atlas.maps[map].document.text)) }
        return text.map { TerminalText.trimmed($0.spans.string(at: range)) } ?? ""
    }

    /// Words in their order, each once.
    private struct Distinct {
        var values: [String] = []
        private var known: Set<String> = []

        mutating func add(_ value: String) {
            if known.insert(value).inserted { values.append(value) }
        }
    }
}

extension Atlas {
    /// The first leg of a flow, with its movement and its map.
    func first(of flow: Flow) -> (map: RouteMap, movement: Movement, leg: Leg) {
        let reference = flow.legs[0]
        let map = maps[reference.map]
        let route = map.routes[reference.route]
        return (map, route.movement, route.legs[reference.leg])
    }
}
