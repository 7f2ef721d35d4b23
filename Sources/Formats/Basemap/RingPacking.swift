/// Rings of grid points as bytes, which `basemap.js` unpacks.
///
/// A ring is a count and the differences of its positions, as zigzag variable-length integers, seven bits a
/// byte, low first.
enum RingPacking {
    /// A point of a grid; the unit is the packer's.
    struct GridPoint: Equatable {
        var x: Int
        var y: Int
    }

    /// Adds a ring; fewer than three points are none.
    static func append(_ points: [GridPoint], to bytes: inout [UInt8]) {
        guard points.count >= 3 else { return }
        append(UInt(points.count), to: &bytes)
        var before = GridPoint(x: 0, y: 0)
        for point in points {
            append(zigzag(point.x - before.x), to: &bytes)
            append(zigzag(point.y - before.y), to: &bytes)
            before = point
        }
    }

    private static func zigzag(_ value: Int) -> UInt {
        value < 0 ? UInt(-value) * 2 - 1 : UInt(value) * 2
    }

    private static func append(_ value: UInt, to bytes: inout [UInt8]) {
        var value = value
        while value > 127 {
            bytes.append(UInt8(value & 127) | 128)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }
}
