#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The rings of `shores.bin`, land on the left; `Scripts/import-shores.py` states the format.
struct ShoreFile {
    let rings: [[PackedPosition]]

    init(_ data: Data) throws(RoutingError) {
        var bytes = data.makeIterator()
        guard data.starts(with: Array("PSH1".utf8)) else {
            throw .graphUnreadable(path: "shores.bin", reason: "it does not start with PSH1")
        }
        for _ in 0..<4 { _ = bytes.next() }
        func varint() throws(RoutingError) -> Int {
            var number = 0
            for shift in stride(from: 0, to: 42, by: 7) {
                guard let byte = bytes.next() else { break }
                number |= Int(byte & 127) << shift
                if byte < 128 { return number }
            }
            throw .graphUnreadable(path: "shores.bin", reason: "it is cut short or damaged")
        }
        func step() throws(RoutingError) -> Int {
            let number = try varint()
            return number & 1 == 0 ? number >> 1 : -((number + 1) >> 1)
        }
        var rings: [[PackedPosition]] = []
        for _ in 0..<(try varint()) {
            var ring: [PackedPosition] = []
            var longitude = 0
            var latitude = 0
            for _ in 0..<(try varint()) {
                longitude += try step()
                latitude += try step()
                guard abs(longitude) <= 18_000_000, abs(latitude) <= 9_000_000 else {
                    throw .graphUnreadable(path: "shores.bin", reason: "a corner is off the Earth")
                }
                ring.append(
                    PackedPosition(longitude: Int32(longitude), latitude: Int32(latitude)))
            }
            if ring.count >= 3 { rings.append(ring) }
        }
        self.rings = rings
    }
}
