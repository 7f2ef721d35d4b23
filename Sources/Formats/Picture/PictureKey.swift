internal import Movements
internal import RouteMaps

/// The marks of a picture's legend.
enum PictureKey {
    /// A mark 34 pixels wide, its middle at a height of the sheet.
    static func mark(_ mark: KeyEntry.Mark, x: Double, y: Double) -> String {
        switch mark {
        case .mode(let mode): line(x, y, colour: MapStyle.stroke(mode))
        case .status(let status):
            line(
                x, y, dashes: status.dashes(width: 3, isSchematic: false),
                opacity: status.isCrossed ? 0.55 : 1)
                + (status.isCrossed ? PictureDrawing.cross(x + 17, y, colour: soft) : "")
        case .schematic: line(x, y, dashes: [0.1, 6])
        case .arrow: line(x, y, dashes: [0.1, 4], width: 2, opacity: 0.45)
        case .broad: line(x, y, width: 8)
        case .end: dot(x, y, radius: 5, fill: "#1d2327", stroke: "#ffffff")
        case .area: dot(x, y, radius: 5, fill: "#ffffff", stroke: soft)
        case .mention: dot(x, y, radius: 3.5, fill: "#7d868d", stroke: "#ffffff")
        }
    }

    private static let soft = "#5b6570"

    private static func line(
        _ x: Double, _ y: Double, colour: String = soft, dashes: [Double] = [], width: Double = 3,
        opacity: Double = 1
    ) -> String {
        "<path d=\"M\(Int(x)) \(Int(y))h34\" stroke=\"\(colour)\" stroke-width=\"\(Int(width))\" "
            + "stroke-linecap=\"\(dashes.isEmpty || dashes.contains(0.1) ? "round" : "butt")\""
            + PictureDrawing.attribute(dashes: dashes)
            + (opacity < 1 ? " stroke-opacity=\"\(PictureDrawing.share(opacity))\"" : "") + "/>"
    }

    private static func dot(
        _ x: Double, _ y: Double, radius: Double, fill: String, stroke: String
    ) -> String {
        "<circle cx=\"\(Int(x + 24))\" cy=\"\(Int(y))\" r=\"\(PictureDrawing.figure(radius))\" "
            + "fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"1.6\"/>"
    }
}
