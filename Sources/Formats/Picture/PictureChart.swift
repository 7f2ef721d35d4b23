internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The map itself: land, routes, places, labels and a scale bar, in its own coordinates.
struct PictureChart {
    /// The markup of the map, its upper left corner at the origin.
    let svg: String
    /// The same for a viewport that cuts it itself.
    let layers: String
    /// The height of the map, in pixels.
    let height: Double
    /// The name of the projection.
    let projectionName: String

    init(
        _ atlas: Atlas, basemap: Basemap, width: Double, landDetail: Double = 0.5
    ) throws(ProjectionError) {
        let shown = atlas.framed
        let frame = try MapFrame(around: shown, width: width, maximumHeight: width * 0.8)
        var drawing = PictureDrawing(
            width: frame.width, height: frame.height, landDetail: landDetail)
        drawing.addLand(basemap, focus: BoundingBox(enclosing: shown), in: frame)
        drawing.addRoutes(of: atlas, in: frame)
        drawing.addPlaces(of: atlas, in: frame)
        drawing.addNumbers()
        drawing.addNames(basemap.names(besides: atlas), in: frame)
        drawing.addScale(in: frame)
        svg = drawing.svg
        layers = drawing.layers
        height = frame.height
        projectionName = frame.projectionName
    }
}
