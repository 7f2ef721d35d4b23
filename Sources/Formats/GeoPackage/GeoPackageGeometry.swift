internal import Foundation
internal import Geodesy

/// Geometries as GeoPackage blobs (OGC 12-128, 2.1.3): a header, an envelope, little-endian WKB.
enum GeoPackageGeometry {
    /// A point, without an envelope.
    static func point(_ position: Coordinate) -> Data {
        var bytes = header(flags: 0b0000_0001)
        appendInteger(1, to: &bytes, type: true)
        append(position, to: &bytes)
        return Data(bytes)
    }

    /// Lines as a MultiLineString with their envelope; nil when there is none.
    static func lines(_ lines: [LineString]) -> Data? {
        let lines = lines.filter { $0.coordinates.count > 1 }
        guard !lines.isEmpty else { return nil }
        var bytes = header(flags: 0b0000_0011)
        let positions = lines.flatMap(\.coordinates)
        let longitudes = positions.map(\.longitude)
        let latitudes = positions.map(\.latitude)
        for edge in [longitudes.min(), longitudes.max(), latitudes.min(), latitudes.max()] {
            append(edge ?? 0, to: &bytes)
        }
        appendInteger(5, to: &bytes, type: true)
        appendInteger(UInt32(lines.count), to: &bytes)
        for line in lines {
            appendInteger(2, to: &bytes, type: true)
            appendInteger(UInt32(line.coordinates.count), to: &bytes)
            for position in line.coordinates { append(position, to: &bytes) }
        }
        return Data(bytes)
    }

    private static func header(flags: UInt8) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, flags]
        appendInteger(4326, to: &bytes)
        return bytes
    }

    private static func append(_ position: Coordinate, to bytes: inout [UInt8]) {
        append(position.longitude, to: &bytes)
        append(position.latitude, to: &bytes)
    }

    private static func append(_ value: Double, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A count, or a geometry type after its byte-order mark.
    private static func appendInteger(_ value: UInt32, to bytes: inout [UInt8], type: Bool = false)
    {
        if type { bytes.append(1) }
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
