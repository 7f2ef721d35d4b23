internal import Geodesy

/// The packed form of areas and lines.
///
/// A varint kind (0 areas, 1 lines), then a varint number of parts; an area is a varint number of rings
/// (the outer one first), a line one ring; a ring is a varint number of positions, then zigzag varint
/// steps of longitude and latitude in units of 0.0001 degree, from the last position of the shape.
enum ShapeCoding {
    /// An area or a line, decoded.
    enum Shape: Hashable, Sendable {
        case areas([Polygon])
        case lines([LineString])
    }

    /// Decodes a shape; nil when the bytes are damaged.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Shape? {
        var reader = Reader(bytes: bytes)
        guard let kind = reader.varint(), let parts = reader.count() else { return nil }
        if kind == 1 {
            var lines: [LineString] = []
            for _ in 0..<parts {
                guard let ring = reader.ring() else { return nil }
                lines.append(LineString(ring))
            }
            return .lines(lines)
        }
        var areas: [Polygon] = []
        for _ in 0..<parts {
            guard let rings = reader.count(), rings > 0, let outer = reader.ring() else {
                return nil
            }
            var holes: [[Coordinate]] = []
            for _ in 1..<rings {
                guard let hole = reader.ring() else { return nil }
                holes.append(hole)
            }
            areas.append(Polygon(outer: outer, holes: holes))
        }
        return .areas(areas)
    }

    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0
        var longitude = 0
        var latitude = 0

        mutating func varint() -> UInt64? {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while position < bytes.count, shift < 63 {
                let byte = bytes[position]
                position += 1
                value |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift += 7
            }
            return nil
        }

        /// A number of things of at least one byte each.
        mutating func count() -> Int? {
            guard let value = varint(), value <= UInt64(bytes.count - position) else { return nil }
            return Int(value)
        }

        mutating func step() -> Int? {
            guard let value = varint() else { return nil }
            return Int(value >> 1) ^ -Int(value & 1)
        }

        mutating func ring() -> [Coordinate]? {
            guard let count = count() else { return nil }
            var ring: [Coordinate] = []
            ring.reserveCapacity(count)
            for _ in 0..<count {
                guard let east = step(), let north = step() else { return nil }
                longitude &+= east
                latitude &+= north
                ring.append(
                    Coordinate(latitude: Double(latitude) / 1e4, longitude: Double(longitude) / 1e4)
                )
            }
            return ring
        }
    }
}
