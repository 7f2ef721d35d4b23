internal import Hummingbird

/// A form that the map of a document is given out in.
struct MapFormat: Sendable, Hashable {
    /// What addresses end in, and what `-o` calls it.
    let suffix: String
    let mediaType: String

    static let json = MapFormat(suffix: "json", mediaType: "application/json")
    static let geoJSON = MapFormat(suffix: "geojson", mediaType: "application/geo+json")
    static let html = MapFormat(suffix: "html", mediaType: "text/html; charset=utf-8")

    /// All forms.
    static let all = [
        json, geoJSON, html,
        MapFormat(suffix: "geojsonl", mediaType: "application/x-ndjson"),
        MapFormat(suffix: "kml", mediaType: "application/vnd.google-earth.kml+xml"),
        MapFormat(suffix: "kmz", mediaType: "application/vnd.google-earth.kmz"),
        MapFormat(suffix: "gpx", mediaType: "application/gpx+xml"),
        MapFormat(suffix: "gpkg", mediaType: "application/geopackage+sqlite3"),
        MapFormat(suffix: "csv", mediaType: "text/csv; charset=utf-8"),
        MapFormat(suffix: "svg", mediaType: "image/svg+xml"),
        MapFormat(suffix: "png", mediaType: "image/png"),
    ]

    private init(suffix: String, mediaType: String) {
        self.suffix = suffix
        self.mediaType = mediaType
    }

    /// The form that a client likes best; GeoJSON where it does not care.
    init(accepting accept: String?) {
        var best = (quality: 0.0, format: Self.geoJSON)
        for part in (accept ?? "").split(separator: ",") {
            let words = part.split(separator: ";").map {
                $0.lowercased().filter { !$0.isWhitespace }
            }
            let quality =
                words.dropFirst().first { $0.hasPrefix("q=") }
                .flatMap { Double($0.dropFirst(2)) } ?? 1
            guard let type = words.first, quality > best.quality,
                let format = Self.all.first(where: {
                    $0.mediaType.split(separator: ";").first.map(String.init) == type
                })
            else { continue }
            best = (quality, format)
        }
        self = best.format
    }
}
