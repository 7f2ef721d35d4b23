internal import Movements

/// Layer styles in QGIS's own notation (QML), with the strokes all our maps share.
enum QGISStyle {
    /// The legs: a rule a mode, dashed when not asserted, dotted when schematic, with an arrow.
    static var legs: String { lines(width: nil) }

    /// The flows: as the legs, the broader the more routes there are.
    static var flows: String { lines(width: "min(3.2, 0.8 + 0.77 * ln(\"count\"))") }

    /// A rule a mode and kind; the width is 0.8 mm, or an expression of QGIS.
    private static func lines(width: String?) -> String {
        var rules = ""
        var symbols = ""
        var number = 0
        for mode in TransportMode.allCases {
            let kinds = [
                ("\"status\" = 'asserted' AND NOT \"schematic\"", mode.rawValue, "solid"),
                (
                    "\"status\" &lt;&gt; 'asserted' AND NOT \"schematic\"",
                    "\(mode.rawValue), not asserted", "dash"
                ),
                ("\"schematic\"", "\(mode.rawValue), schematic", "dot"),
            ]
            for (filter, label, pen) in kinds {
                let condition = "\"mode\" = '\(mode.rawValue)' AND \(filter)"
                    .replacing("\"", with: "&quot;")
                rules +=
                    "<rule filter=\"\(condition)\" label=\"\(label)\" symbol=\"\(number)\" key=\"k\(number)\"/>"
                symbols += line(number, colour: MapStyle.stroke(mode), pen: pen, width: width)
                number += 1
            }
        }
        return document(rules: rules, symbols: symbols, label: nil)
    }

    /// The places: a rule a role, with their names.
    static var places: String {
        let roles: [(String, String, Set<PlaceRole>, Double)] = [
            ("\"role\" LIKE '%destination%'", "destination", [.destination], 3),
            ("\"role\" = 'origin' OR \"role\" LIKE 'origin,via%'", "origin", [.origin], 3),
            ("\"role\" = 'via'", "on the way", [.via], 2.6),
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
        _ number: Int, colour: String, pen: String, width: String?
    ) -> String {
        symbol(
            number, "line",
            layer(
                "SimpleLine",
                [
                    ("line_color", decimal(colour)), ("line_width", "0.8"),
                    ("line_style", pen), ("capstyle", "round"), ("joinstyle", "round"),
                ], widthExpression: width)
                + "<layer class=\"MarkerLine\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">"
                + option("placement", "centralpoint") + option("rotate", "1") + "</Option>"
                + "<symbol type=\"marker\" name=\"@\(number)@1\" alpha=\"1\">"
                + layer(
                    "SimpleMarker",
                    [("name", "filled_arrowhead"), ("color", decimal(colour)), ("size", "3")])
                + "</symbol></layer>")
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
        _ name: String, _ options: [(String, String)], widthExpression: String? = nil
    ) -> String {
        "<layer class=\"\(name)\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">"
            + options.map { option($0.0, $0.1) }.joined() + "</Option>"
            + (widthExpression.map(widthProperty) ?? "") + "</layer>"
    }

    /// A stroke's width that an expression gives for each feature.
    private static func widthProperty(_ expression: String) -> String {
        "<data_defined_properties><Option type=\"Map\">" + option("name", "")
            + "<Option type=\"Map\" name=\"properties\"><Option type=\"Map\" name=\"outlineWidth\">"
            + "<Option type=\"bool\" name=\"active\" value=\"true\"/>"
            + option("expression", expression.replacing("\"", with: "&quot;"))
            + "<Option type=\"int\" name=\"type\" value=\"3\"/></Option></Option>"
            + option("type", "collection") + "</Option></data_defined_properties>"
    }

    private static func option(_ name: String, _ value: String) -> String {
        "<Option type=\"QString\" name=\"\(name)\" value=\"\(value)\"/>"
    }

    /// "#0072b2" as QGIS writes it: "0,114,178,255".
    private static func decimal(_ colour: String) -> String {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),255"
    }
}
