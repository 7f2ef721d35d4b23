internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// A finished map on one sheet: title, map, list of routes, sources.
struct Picture {
    let atlas: Atlas
    let basemap: Basemap

    /// The sheet's width, in pixels.
    static let width = 1_200.0
    /// The room around the map.
    static let margin = 28.0

    init(_ atlas: Atlas, basemap: Basemap) {
        self.atlas = atlas
        self.basemap = basemap
    }

    /// The picture as a document of its own.
    var svg: String {
        get throws(FormatError) {
            let mapWidth = Self.width - 2 * Self.margin
            let chart: PictureChart
            do throws(ProjectionError) {
                chart = try PictureChart(atlas, basemap: basemap, width: mapWidth)
            } catch {
                throw .missingData(path: "proj.db", reason: "\(error)")
            }
            let title = atlas.title
            let heading = SVGText.wrap(TerminalText.clean(title), width: mapWidth, size: 24)
            let top = Self.margin + Double(heading.count) * 30
            var foot = PictureFoot(width: mapWidth, top: top + chart.height + 16)
            foot.addKey(of: atlas)
            foot.addRoutes(of: atlas)
            foot.addSources(
                of: atlas, projection: chart.projectionName, hasLand: !basemap.land.isEmpty)
            let height = foot.bottom + 14

            var xml = XMLBuilder()
            xml.markup(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.width))\" height=\"\(Int(height))\" "
                    + "viewBox=\"0 0 \(Int(Self.width)) \(Int(height))\" role=\"img\" "
                    + "font-family=\"Noto Sans, DejaVu Sans, Arial, sans-serif\">\n")
            xml.element("title", title)
            xml.element("desc", Self.description(of: atlas))
            xml.markup("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")
            for (index, line) in heading.enumerated() {
                xml.markup(
                    "<text x=\"\(Int(Self.margin))\" y=\"\(Int(Self.margin + Double(index) * 30 + 10))\" "
                        + "font-size=\"24\" font-weight=\"700\" fill=\"#1d2327\">")
                xml.markup(XMLBuilder.escaped(line) + "</text>\n")
            }
            xml.markup("<g transform=\"translate(\(Int(Self.margin)) \(Int(top)))\">\n")
            xml.markup(chart.svg + "</g>\n")
            xml.markup(
                "<g transform=\"translate(\(Int(Self.margin)) 0)\">\n\(foot.svg)</g>\n</svg>\n")
            return xml.text
        }
    }

    /// The picture in words, for those who do not see it.
    private static func description(of atlas: Atlas) -> String {
        var sentences: [String] = []
        atlas.forEachRoute { record in
            sentences.append(
                "\(record.number). \(record.label.title): \(record.description(of: nil))")
        }
        return sentences.isEmpty ? "A map of the places named." : sentences.joined(separator: "\n")
    }
}
