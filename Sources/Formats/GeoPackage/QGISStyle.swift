internal import Movements

/// Layer styles in QGIS's own notation (QML), with the strokes all our maps share.
enum QGISStyle {
    /// A kind of line that has a rule of its own.
    struct LineKind: Hashable {
        var mode: TransportMode
        var status: Movement.Status
        var isSchematic: Bool
    }

    /// Lines by mode, status and whether they are schematic: the kinds given, one rule each, with an arrow.
    ///
    /// - Parameters:
    ///   - kinds: the kinds that occur.
    ///   - width: an expression of QGIS for the width in millimetres; 0.8 without one.
    ///   - stack: the column with the place of a line among those that lie on it; nil where there is none.
    /// - Returns: The style of a layer of lines.
    static func lines(_ kinds: Set<LineKind>, width: String? = nil, stack: String? = nil) -> String
    {
        var rules = ""
        var symbols = ""
        var number = 0
        for mode in TransportMode.allCases {
            for status in Movement.Status.allCases {
                for isSchematic in [false, true] {
                    let kind = LineKind(mode: mode, status: status, isSchematic: isSchematic)
                    guard kinds.contains(kind) else { continue }
                    let condition =
                        ("\"mode\" = '\(mode.rawValue)' AND \"status\" = '\(status.rawValue)' AND "
                        + (isSchematic ? "" : "NOT ") + "\"schematic\"").replacing(
                            "\"", with: "&quot;")
                    var label = [mode.words, status.words]
                    if isSchematic { label.append("schematic") }
                    rules +=
                        "<rule filter=\"\(condition)\" label=\"\(label.joined(separator: ", "))\" "
                        + "symbol=\"\(number)\" key=\"k\(number)\"/>"
                    symbols += line(number, kind, width: width, stack: stack)
                    number += 1
                }
            }
        }
        return document(rules: rules, symbols: symbols, label: nil)
    }

    /// The places: a rule a role, with their names.
    static var places: String {
        let roles: [(String, String, Set<PlaceRole>, Double)] = [
            ("\"role\" LIKE '%destination%'", "destination", [.destination], 3),
            (
                "\"role\" = 'origin' OR \"role\" LIKE 'origin,via%' OR \"role\" = 'origin,port'",
                "origin", [.origin], 3
            ),
            ("\"role\" LIKE 'via%'", "on the way", [.via], 2.6),
            ("\"role\" = 'port'", "port taken", [.port], 2.6),
            ("\"role\" = 'mentioned'", "mentioned", [], 1.8),
        ]
        var rules = ""
        var symbols = ""
        for (number, role) in roles.enumerated() {
            let filter = role.0.replacing("\"", with: "&quot;")
            rules +=
                "<rule filter=\"\(filter)\" label=\"\(role.1)\" symbol=\"\(number)\" key=\"k\(number)\"/>"
            symbols += mark(number, colour: MapStyle.marker(role.2), size: role.3)
        }
        return document(rules: rules, symbols: symbols, label: "name")
    }

    private static func document(rules: String, symbols: String, label: String?) -> String {
        let labelling =
            label.map { field in
                """
                <labeling type="simple"><settings><text-style fieldName="\(field)" fontSize="9" \
                textColor="29,35,39,255"><text-buffer bufferDraw="1" bufferSize="0.8" \
                bufferColor="255,255,255,230"/></text-style><placement placement="0" dist="1.5"/>\
                </settings></labeling>
                """
            } ?? ""
        return """
            <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
            <qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="\(label == nil ? 0 : 1)">\
            <renderer-v2 type="RuleRenderer" symbollevels="0"><rules key="root">\(rules)</rules>\
            <symbols>\(symbols)</symbols></renderer-v2>\(labelling)</qgis>
            """
    }

    private static func line(
        _ number: Int, _ kind: LineKind, width: String?, stack: String?
    ) -> String {
        let colour = decimal(
            MapStyle.stroke(kind.mode), opacity: kind.status.isCrossed ? 0.55 : 1)
        let dashes = kind.status.dashes(width: 0.8, isSchematic: kind.isSchematic)
        var options = [
            ("line_color", colour), ("line_width", "0.8"), ("line_style", "solid"),
            ("capstyle", dashes.isEmpty || kind.isSchematic ? "round" : "flat"),
            ("joinstyle", "round"),
        ]
        if !dashes.isEmpty {
            let pattern = dashes.map { DecimalText.string($0, decimals: 2) }
            options += [
                ("use_custom_dash", "1"), ("customdash", pattern.joined(separator: ";")),
                ("customdash_unit", "MM"),
            ]
        }
        var properties: [(String, String)] = []
        if let width { properties.append(("outlineWidth", width)) }
        // Lines on each other stand side by side, to either side in turn.
        let shift = stack.map {
            "(CASE WHEN \"\($0)\" % 2 = 1 THEN 1 ELSE -1 END) * ceil(\"\($0)\" / 2.0) * 1.1"
        }
        if let shift { properties.append(("offset", shift)) }
        var layers =
            layer("SimpleLine", options, properties: properties)
            + marks(
                number, 1, name: "filled_arrowhead", colour: colour, size: 3,
                placement: [("placement", "centralpoint")], shift: shift)
        if kind.status.isCrossed {
            layers += marks(
                number, 2, name: "cross2", colour: colour, size: 2.6,
                placement: [("placement", "interval"), ("interval", "9")], shift: shift)
        }
        return symbol(number, "line", layers)
    }

    /// Marks along a line.
    private static func marks(
        _ number: Int, _ layer: Int, name: String, colour: String, size: Double,
        placement: [(String, String)], shift: String?
    ) -> String {
        let properties = shift.map { [("offset", $0)] } ?? []
        return
            "<layer class=\"MarkerLine\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">"
            + (placement + [("rotate", "1")]).map { option($0.0, $0.1) }.joined() + "</Option>"
            + defined(properties)
            + "<symbol type=\"marker\" name=\"@\(number)@\(layer)\" alpha=\"1\">"
            + self.layer(
                "SimpleMarker",
                [
                    ("name", name), ("color", colour), ("outline_color", colour),
                    ("outline_width", "0.5"), ("size", "\(size)"),
                ]) + "</symbol></layer>"
    }

    private static func mark(_ number: Int, colour: String, size: Double) -> String {
        symbol(
            number, "marker",
            layer(
                "SimpleMarker",
                [
                    ("name", "circle"), ("color", decimal(colour)),
                    ("outline_color", "255,255,255,255"), ("size", "\(size)"),
                ]))
    }

    private static func symbol(_ number: Int, _ type: String, _ layers: String) -> String {
        "<symbol type=\"\(type)\" name=\"\(number)\" alpha=\"1\">\(layers)</symbol>"
    }

    private static func layer(
        _ name: String, _ options: [(String, String)], properties: [(String, String)] = []
    ) -> String {
        "<layer class=\"\(name)\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">"
            + options.map { option($0.0, $0.1) }.joined() + "</Option>" + defined(properties)
            + "</layer>"
    }

    /// Properties that expressions give for each feature.
    private static func defined(_ properties: [(String, String)]) -> String {
        guard !properties.isEmpty else { return "" }
        let entries = properties.map { name, expression in
            "<Option type=\"Map\" name=\"\(name)\"><Option type=\"bool\" name=\"active\" value=\"true\"/>"
                + option(
                    "expression",
                    expression.replacing("\"", with: "&quot;").replacing("<", with: "&lt;"))
                + "<Option type=\"int\" name=\"type\" value=\"3\"/></Option>"
        }
        return "<data_defined_properties><Option type=\"Map\">" + option("name", "")
            + "<Option type=\"Map\" name=\"properties\">" + entries.joined() + "</Option>"
            + option("type", "collection") + "</Option></data_defined_properties>"
    }

    private static func option(_ name: String, _ value: String) -> String {
        "<Option type=\"QString\" name=\"\(name)\" value=\"\(value)\"/>"
    }

    /// "#0072b2" as QGIS writes it: "0,114,178,255".
    private static func decimal(_ colour: String, opacity: Double = 1) -> String {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let alpha = Int((opacity * 255).rounded())
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),\(alpha)"
    }
}
