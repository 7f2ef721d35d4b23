/// A file format, chosen by a file name's extension.
public enum OutputFormat: String, Sendable, CaseIterable, Hashable {
    case geoJSON, geoJSONLines, geoJSONSequence, flows, trips, geoPackage, kml, kmz, gpx, csv,
        linkedPlaces,
        annotations, svg, png, html

    /// The format of a path by its extension, the longest that fits; case does not count.
    ///
    /// - Throws: `FormatError.unknownFormat` when no format has the extension.
    public init(path: String) throws(FormatError) {
        let name = path.lowercased()
        let fitting = Self.allCases.filter { name.hasSuffix("." + $0.fileExtension) }
        guard let best = fitting.max(by: { $0.fileExtension.count < $1.fileExtension.count }) else {
            throw .unknownFormat(path)
        }
        self = best
    }

    /// The format of a name such as "geojson": an extension, with or without its dot.
    ///
    /// - Throws: `FormatError.unknownFormat` when no format has the name.
    public init(named name: String) throws(FormatError) {
        let wanted = name.lowercased()
        let bare = wanted.hasPrefix(".") ? String(wanted.dropFirst()) : wanted
        guard let format = Self.allCases.first(where: { $0.fileExtension == bare }) else {
            throw .unknownFormat(name)
        }
        self = format
    }

    /// The writer of the format, without a basemap.
    public var writer: any RouteMapWriter { writer(basemap: .empty) }

    /// The writer of the format; the basemap is made only for a format that draws one, tiles are for pages.
    public func writer(
        basemap: @autoclosure () -> Basemap, tiles: TileSource? = nil
    ) -> any RouteMapWriter {
        switch self {
        case .html: HTMLWriter(basemap: basemap(), tiles: tiles)
        case .flows: FlowsWriter()
        case .trips: TripsWriter()
        case .geoPackage: GeoPackageWriter()
        case .kml: KMLWriter()
        case .kmz: KMLWriter(isArchive: true)
        case .gpx: GPXWriter()
        case .csv: CSVWriter()
        case .svg: SVGWriter(basemap: basemap())
        case .png: PNGWriter(basemap: basemap())
        case .linkedPlaces: LinkedPlacesWriter()
        case .annotations: AnnotationWriter()
        case .geoJSON: GeoJSONWriter()
        case .geoJSONLines: GeoJSONSequenceWriter(hasRecordSeparators: false)
        case .geoJSONSequence: GeoJSONSequenceWriter(hasRecordSeparators: true)
        }
    }

    /// Whether it draws land under the routes.
    public var drawsLand: Bool { self == .svg || self == .png || self == .html }

    /// The extension, without its dot.
    public var fileExtension: String {
        switch self {
        case .geoJSON: "geojson"
        case .geoJSONLines: "geojsonl"
        case .geoJSONSequence: "geojsons"
        case .flows: "flows.geojson"
        case .trips: "trips.geojson"
        case .geoPackage: "gpkg"
        case .kml: "kml"
        case .kmz: "kmz"
        case .gpx: "gpx"
        case .csv: "csv"
        case .linkedPlaces: "lpf.json"
        case .annotations: "anno.jsonld"
        case .svg: "svg"
        case .png: "png"
        case .html: "html"
        }
    }

    /// The name for people.
    public var name: String {
        switch self {
        case .geoJSON: "GeoJSON"
        case .geoJSONLines: "newline-delimited GeoJSON"
        case .geoJSONSequence: "a GeoJSON text sequence"
        case .flows: "lean GeoJSON, each line once"
        case .trips: "trips for kepler.gl"
        case .geoPackage: "GeoPackage"
        case .kml: "KML"
        case .kmz: "KMZ"
        case .gpx: "GPX"
        case .csv: "CSV"
        case .linkedPlaces: "Linked Places"
        case .annotations: "Web Annotation"
        case .svg: "SVG"
        case .png: "PNG"
        case .html: "HTML"
        }
    }
}
