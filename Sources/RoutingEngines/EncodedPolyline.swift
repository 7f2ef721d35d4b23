internal import Geodesy

/// Google's encoding of lines as text: differences of latitude and longitude, five bits a character.
///
/// Source: "Encoded Polyline Algorithm Format", developers.google.com/maps; Valhalla has six decimals.
enum EncodedPolyline {
    /// The positions of an encoded line; nil where the text is no whole line.
    static func positions(_ text: String, decimals: Int) -> [Coordinate]? {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        var positions: [Coordinate] = []
        var latitude = 0
        var longitude = 0
        var bytes = text.utf8.makeIterator()
        while let first = bytes.next() {
            guard let north = difference(first, &bytes), let next = bytes.next(),
                let east = difference(next, &bytes)
            else { return nil }
            // Differences have 35 bits at most: no sum of a text in memory overflows.
            latitude += north
            longitude += east
            positions.append(
                Coordinate(
                    latitude: Double(latitude) / scale, longitude: Double(longitude) / scale))
        }
        return positions
    }

    /// One signed figure, lowest bits first, the sign in the lowest.
    private static func difference(
        _ first: UInt8, _ bytes: inout String.UTF8View.Iterator
    ) -> Int? {
        var figure = 0
        var shift = 0
        var byte = first
        while true {
            guard (63...126).contains(byte), shift < 35 else { return nil }
            let bits = Int(byte) - 63
            figure |= (bits & 0x1F) << shift
            if bits < 0x20 { return figure & 1 == 0 ? figure >> 1 : ~(figure >> 1) }
            shift += 5
            guard let next = bytes.next() else { return nil }
            byte = next
        }
    }
}
