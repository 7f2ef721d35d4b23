internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// What stands under the map: the key, the routes in words, the sources.
struct PictureFoot {
    let width: Double
    /// Where the next line begins, in pixels from the top of the sheet.
    private(set) var bottom: Double
    private(set) var svg = ""

    init(width: Double, top: Double) {
        self.width = width
        bottom = top
    }

    /// The strokes that the map has, with what they mean.
    mutating func addKey(of atlas: Atlas) {
        let routes = atlas.maps.flatMap(\.routes)
        let legs = routes.flatMap(\.legs)
        var keys: [(words: String, colour: String, dashes: String, width: Int)] = []
        for mode in TransportMode.allCases where legs.contains(where: { $0.mode == mode }) {
            keys.append(
                (mode == .unknown ? "way unknown" : mode.rawValue, MapStyle.stroke(mode), "", 3))
        }
        if routes.contains(where: { !$0.movement.status.isFact }) {
            keys.append(("planned, alleged, denied", "#5b6570", " stroke-dasharray=\"9 7\"", 3))
        }
        if legs.contains(where: \.isArrow) {
            keys.append(
                (
                    "between areas, pale", "#5b6570",
                    " stroke-dasharray=\"0.1 4\" stroke-opacity=\"0.45\"", 2
                ))
        }
        if legs.contains(where: { $0.isSchematic && !$0.isArrow }) {
            keys.append(("schematic, no real course", "#5b6570", " stroke-dasharray=\"0.1 6\"", 3))
        }
        if atlas.flows.contains(where: { $0.routes > 1 }) {
            keys.append(("the broader, the more often stated", "#5b6570", "", 8))
        }
        guard !keys.isEmpty else { return }
        var x = 0.0
        let y = bottom + 8
        for (words, colour, dashes, stroke) in keys {
            svg +=
                "<path d=\"M\(Int(x)) \(Int(y - 5))h34\" stroke=\"\(colour)\" stroke-width=\"\(stroke)\" "
                + "stroke-linecap=\"round\"\(dashes)/>"
            add(words, x: x + 42, y: y, size: 14, fill: "#3c464d")
            x += 42 + SVGText.width(words, size: 14) + 26
        }
        bottom = y + 18
    }

    /// The routes as they are numbered on the map, those of one title together.
    mutating func addRoutes(of atlas: Atlas) {
        let list = RouteGroups(atlas, most: Self.maximumRoutes)
        bottom += 6
        for (index, group) in list.groups.enumerated() {
            let text = TerminalText.clean(Self.words(of: group, isOfSeveral: atlas.maps.count > 1))
            let lines = SVGText.wrap(text, width: width - 40, size: 15)
            for (row, line) in lines.enumerated() {
                if row == 0 {
                    add(
                        "\(index + 1)", x: 0, y: bottom + 12, size: 15, fill: "#1d2327",
                        weight: 700)
                }
                add(line, x: 32, y: bottom + 12, size: 15, fill: "#1d2327")
                bottom += 21
            }
        }
        if list.left > 0 {
            add(
                "and \(list.left) more, stated no more often", x: 32, y: bottom + 12,
                size: 15, fill: "#5b6570")
            bottom += 21
        }
    }

    private static func words(of group: RouteGroups.Group, isOfSeveral: Bool) -> String {
        let movement = group.first.movement
        var facts = [group.first.label.title]
        facts.append(movement.mode == .unknown ? "way unknown" : movement.mode.rawValue)
        if !group.cargo.isEmpty {
            let more = group.cargo.count > 3 ? " …" : ""
            facts.append(group.cargo.prefix(3).joined(separator: ", ") + more)
        }
        facts.append(movement.status.rawValue)
        facts.append(group.first.route.lengthText)
        let assumed = group.first.route.legs.compactMap(\.assumed).filter { $0.kind == .port }
        facts += assumed.map(\.text)
        if group.count > 1 {
            let documents = group.documents.count
            facts.append(
                "stated \(group.count) times"
                    + (isOfSeveral ? " in \(documents) document\(documents == 1 ? "" : "s")" : ""))
        }
        return facts.joined(separator: " · ")
    }

    /// The notices that the data ask for, and how the map was made.
    mutating func addSources(of atlas: Atlas, projection: String, hasLand: Bool) {
        bottom += 8
        var parts = atlas.notices.map { $0.hasSuffix(".") ? $0 : $0 + "." }
        if hasLand, !parts.contains(where: { $0.contains("Natural Earth") }) {
            parts.append("Made with Natural Earth.")
        }
        parts.append("\(projection) projection.")
        if let date = atlas.maps.compactMap({ $0.document.date?.day }).max() {
            parts.append("Text of \(date).")
        }
        if let producer = atlas.maps.first?.producer {
            parts.append(
                "Periplus \(producer.version), read from the text: check it before use.")
        }
        let text = TerminalText.clean(parts.joined(separator: " "))
        for line in SVGText.wrap(text, width: width, size: 11.5) {
            add(line, x: 0, y: bottom + 10, size: 11.5, fill: "#5b6570")
            bottom += 16
        }
    }

    private mutating func add(
        _ words: String, x: Double, y: Double, size: Double, fill: String, weight: Int = 400
    ) {
        svg +=
            "<text x=\"\(Int(x))\" y=\"\(Int(y))\" font-size=\"\(PictureDrawing.figure(size))\" fill=\"\(fill)\" "
            + "font-weight=\"\(weight)\">\(XMLBuilder.escaped(words))</text>\n"
    }

    /// How many entries the list under a map has at most.
    static let maximumRoutes = 14
}
