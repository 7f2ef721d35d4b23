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

    /// The marks that the map has, with what they mean, in as many rows as they need.
    mutating func addKey(of atlas: Atlas) {
        let entries = KeyEntry.entries(of: atlas)
        guard !entries.isEmpty else { return }
        var x = 0.0
        var y = bottom + 8
        for entry in entries {
            let room = 42 + SVGText.width(entry.words, size: 14)
            if x > 0, x + room > width {
                x = 0
                y += 22
            }
            svg += PictureKey.mark(entry.mark, x: x, y: y - 5)
            add(entry.words, x: x + 42, y: y, size: 14, fill: "#3c464d")
            x += room + 22
        }
        bottom = y + 18
    }

    /// The routes as they are numbered on the map, those of one title together.
    mutating func addRoutes(of atlas: Atlas) {
        let list = RouteGroups(atlas, most: Self.maximumRoutes)
        bottom += 6
        for group in list.groups {
            let text = TerminalText.clean(Self.words(of: group, isOfSeveral: atlas.maps.count > 1))
            let lines = SVGText.wrap(text, width: width - 40, size: 15)
            for (row, line) in lines.enumerated() {
                if row == 0 {
                    add(
                        "\(group.first.number)", x: 0, y: bottom + 12, size: 15, fill: "#1d2327",
                        weight: 700)
                }
                add(line, x: 32, y: bottom + 12, size: 15, fill: "#1d2327")
                bottom += 21
            }
        }
        if list.left > 0 {
            add(
                "and \(list.left) more, told no more often", x: 32, y: bottom + 12,
                size: 15, fill: "#5b6570")
            bottom += 21
        }
    }

    private static func words(of group: RouteGroups.Group, isOfSeveral: Bool) -> String {
        let movement = group.first.movement
        var facts = [group.first.label.title]
        facts.append(movement.mode.words)
        if !group.cargo.isEmpty {
            let more = group.cargo.count > 3 ? " …" : ""
            facts.append(group.cargo.prefix(3).joined(separator: ", ") + more)
        }
        facts.append(movement.status.words)
        facts.append(group.first.route.lengthText)
        let assumed = group.first.route.legs.compactMap(\.assumed).filter { $0.kind == .port }
        facts += assumed.map(\.text)
        if let told = group.told.words(ofSeveral: isOfSeveral) { facts.append(told) }
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
