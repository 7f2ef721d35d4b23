internal import Foundation
internal import Geodesy

/// The strokes of a map, layer over layer.
struct PictureDrawing {
    let width: Double
    let height: Double
    /// The colour of the sheet: water, unless the Earth's outline shows on it.
    var paper = "#dbe7ee"
    var land = ""
    /// Names of the land and the sea, behind the routes.
    var orientation = ""
    var routes = ""
    var places = ""
    var labels = ""
    var furniture = ""
    var placer: LabelPlacer
    /// How many schematic lines join the same two points so far.
    var bows: [String: Int] = [:]
    /// The routes' numbers with their lines and colours, until the places have their labels.
    var pendingNumbers: [(text: String, line: [PlanePoint], colour: String)] = []
    /// The boxes of the routes' numbers.
    var numbers: [LabelPlacer.Box] = []

    /// How finely lines are drawn, in pixels.
    var lineDetail = 0.1
    /// How finely coasts are drawn, in pixels.
    let landDetail: Double

    /// A drawing of a size; its coasts to half a pixel, since finer is not seen and doubles the file.
    init(width: Double, height: Double, landDetail: Double = 0.5) {
        self.width = width
        self.height = height
        self.landDetail = landDetail
        placer = LabelPlacer(width: width, height: height)
    }

    /// All layers, in their order; what lies off the sheet is not cut.
    var layers: String {
        """
        <rect width="\(Self.figure(width))" height="\(Self.figure(height))" fill="\(paper)"/>
        \(land)\(orientation)\(routes)\(places)\(labels)\(furniture)
        """
    }

    /// All layers, cut to the sheet.
    var svg: String {
        let frame = "width=\"\(Self.figure(width))\" height=\"\(Self.figure(height))\""
        return """
            <defs><clipPath id="sheet"><rect \(frame)/></clipPath></defs>
            <g clip-path="url(#sheet)">
            \(layers)</g>
            <rect \(frame) fill="none" stroke="#8b9399"/>

            """
    }

    /// Land, borders, lakes and the grid of meridians and parallels.
    mutating func addLand(_ basemap: Basemap, focus: BoundingBox?, in frame: borrowing MapFrame) {
        let packing = BasemapPacking(focus: focus)
        if let outline = frame.outline() {
            paper = "#ffffff"
            land += "<path d=\"\(Self.path(outline, isClosed: true))\" fill=\"#dbe7ee\"/>\n"
        }
        addGrid(in: frame)
        addRings(packing.rings(basemap.land), fill: "#f6f3ea", in: frame)
        addRings(packing.rings(basemap.lakes), fill: "#dbe7ee", in: frame)
    }

    private mutating func addRings(
        _ rings: [[Coordinate]], fill: String, in frame: borrowing MapFrame
    ) {
        var areas = ""
        var coasts = ""
        for ring in rings {
            for part in frame.rings(ring) where isSeen(part.area) {
                areas += Self.path(part.area, isClosed: true, detail: landDetail)
                for stroke in part.coast {
                    coasts += Self.path(stroke, detail: landDetail)
                }
            }
        }
        land += "<path d=\"\(areas)\" fill=\"\(fill)\" fill-rule=\"nonzero\"/>\n"
        land += "<path d=\"\(coasts)\" fill=\"none\" stroke=\"#aeb0a8\" stroke-width=\"0.8\" "
        land += "stroke-linejoin=\"round\"/>\n"
    }

    private mutating func addGrid(in frame: borrowing MapFrame) {
        let kilometres = frame.width / frame.scale / 1_000
        let step = kilometres > 6_000 ? 20.0 : kilometres > 2_500 ? 10 : kilometres > 800 ? 5 : 1
        var grid = ""
        for longitude in stride(from: -180, to: 180, by: step) {
            let meridian = stride(from: -80.0, through: 80, by: 2).map {
                Coordinate(latitude: $0, longitude: longitude)
            }
            for part in frame.lines(meridian) { grid += Self.path(part) }
        }
        for latitude in stride(from: -80, through: 80, by: step) {
            let parallel = stride(from: -180.0, through: 180, by: 2).map {
                Coordinate(latitude: latitude, longitude: $0)
            }
            for part in frame.lines(parallel) { grid += Self.path(part) }
        }
        land += "<path d=\"\(grid)\" fill=\"none\" stroke=\"#c6d7e0\" stroke-width=\"0.7\"/>\n"
    }

    /// Whether an area is larger than the detail of coasts.
    private func isSeen(_ area: [PlanePoint]) -> Bool {
        guard landDetail > 0.5, let first = area.first else { return true }
        return area.contains {
            max(abs($0.x - first.x), abs($0.y - first.y)) > 2 * landDetail
        }
    }

    /// A bar of a round length, true in the middle of the map.
    mutating func addScale(in frame: borrowing MapFrame) {
        let most = 150 / frame.scale / 1_000
        let power = pow(10, floor(log10(most)))
        let length = [5, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
        let pixels = length * 1_000 * frame.scale
        let (x, y) = (16.0, height - 18)
        furniture += "<g font-size=\"13\" fill=\"#1d2327\">"
        furniture +=
            "<rect x=\"\(Self.figure(x - 8))\" y=\"\(Self.figure(y - 22))\" width=\"\(Self.figure(pixels + 16))\" "
            + "height=\"32\" rx=\"4\" fill=\"#ffffff\" fill-opacity=\"0.8\"/>"
        furniture +=
            "<path d=\"M\(Self.figure(x)) \(Self.figure(y - 5))v7h\(Self.figure(pixels))v-7\" fill=\"none\" "
            + "stroke=\"#1d2327\" stroke-width=\"1.5\"/>"
        furniture +=
            "<text x=\"\(Self.figure(x + pixels / 2))\" y=\"\(Self.figure(y - 3))\" text-anchor=\"middle\">"
            + LengthText.figure(length) + " km</text></g>\n"
    }

    /// A path through points to a tenth of a pixel; points within `detail` pixels of the one before are left out.
    static func path(
        _ points: [PlanePoint], isClosed: Bool = false, detail: Double = 0.1
    ) -> String {
        var bytes: [UInt8] = []
        var before: (Int, Int)?
        for (index, point) in points.enumerated() {
            guard abs(point.x) < 1e7, abs(point.y) < 1e7 else { continue }
            let here = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
            if let before, index < points.count - 1 || isClosed,
                Double(max(abs(before.0 - here.0), abs(before.1 - here.1))) < detail * 10
            {
                continue
            }
            bytes.append(UInt8(ascii: before == nil ? "M" : "L"))
            DecimalText.append(Double(here.0) / 10, decimals: 1, to: &bytes)
            bytes.append(UInt8(ascii: " "))
            DecimalText.append(Double(here.1) / 10, decimals: 1, to: &bytes)
            before = here
        }
        if isClosed { bytes.append(UInt8(ascii: "Z")) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func figure(_ value: Double) -> String { DecimalText.string(value, decimals: 1) }
}
