internal import Foundation

/// The formats of files of places, told by the name of the file.
enum PlaceFileFormat {
    /// A GeoNames dump: tab-separated, without a header, ".txt".
    case geoNames
    /// GeoJSON.
    case geoJSON
    /// A table with a header, separated by commas, or by tabs in ".tsv".
    case table(separator: UInt8)

    init(of file: URL) {
        switch file.pathExtension.lowercased() {
        case "json", "geojson": self = .geoJSON
        case "csv": self = .table(separator: UInt8(ascii: ","))
        case "tsv", "tab": self = .table(separator: UInt8(ascii: "\t"))
        default: self = .geoNames
        }
    }
}
