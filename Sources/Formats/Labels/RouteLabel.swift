internal import Gazetteers
internal import Geoparsing
internal import Movements
internal import RouteMaps

/// What a route is called: its stops by name, and what moves.
struct RouteLabel {
    /// Where it starts, "?" when the text does not say.
    let origin: String
    /// What it passes, in order.
    let via: [String]
    /// Where it goes, "?" when the text does not say.
    let destination: String
    /// The mode, which gives the strokes of `path`.
    let mode: TransportMode
    /// Whether it runs both ways.
    let isBidirectional: Bool

    init(_ route: Route, in map: RouteMap) {
        let movement = route.movement
        origin = Self.name(of: movement.origin, in: map)
        via = movement.via.map { Self.name(of: $0, in: map) }
        destination = Self.name(of: movement.destination, in: map)
        mode = movement.mode
        isBidirectional = movement.isBidirectional
    }

    /// The stops joined for a terminal: "Amirabad (IR) ~ Caspian Sea ~> Makhachkala (RU)".
    var path: String {
        let stroke =
            switch mode {
            case .sea, .river: "~"
            default: "-"
            }
        let arrow = (isBidirectional && via.isEmpty ? "<" : "") + stroke + ">"
        let first = isBidirectional && !via.isEmpty ? "<" + stroke : stroke
        guard let last = via.last else { return "\(origin) \(arrow) \(destination)" }
        let middle = ([origin + " " + first] + via.dropLast().map { $0 + " " + stroke } + [last])
        return middle.joined(separator: " ") + " \(arrow) \(destination)"
    }

    /// The stops joined with arrows for files: "Amirabad (IR) → Makhachkala (RU), via Caspian Sea".
    var title: String {
        let ends = "\(origin) \(isBidirectional ? "↔" : "→") \(destination)"
        return via.isEmpty ? ends : ends + ", via " + via.joined(separator: ", ")
    }

    /// The name of a toponym's place with its country, or its words.
    static func name(of index: Int?, in map: RouteMap) -> String {
        guard let index, map.toponyms.indices.contains(index) else { return "?" }
        let toponym = map.toponyms[index]
        return toponym.place?.label ?? toponym.mention.text
    }
}

extension Place {
    /// The name with its country's code where that says more: "Makhachkala (RU)".
    var label: String {
        guard let country, kind != .country else { return name }
        return "\(name) (\(country))"
    }
}

extension Movement.Status {
    /// Whether it is drawn as fact; the rest is drawn paler or dashed.
    var isFact: Bool { self == .asserted }
}
