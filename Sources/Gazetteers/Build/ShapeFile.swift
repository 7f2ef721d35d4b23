internal import Foundation

/// A file of packed shapes: "PPSHAPE1", then, each, a length-prefixed identifier and `ShapeCoding` bytes.
///
/// Lengths are u16 for the identifier and u32 for the shape, least significant byte first.
struct ShapeFile {
    let shapes: [(id: PlaceID, bytes: [UInt8])]
    let hash: UInt64

    init(at url: URL) throws(GazetteerError) {
        guard let data = try? Data(contentsOf: url) else { throw .missing(path: url.path) }
        let bytes = MappedBytes(Array(data))
        defer { withExtendedLifetime(bytes) {} }
        let file = IndexSection(bytes, offset: 0, count: bytes.count)
        guard file.bytes(at: 0, count: 8).elementsEqual("PPSHAPE1".utf8) else {
            throw .damaged(path: url.path, what: "it is no file of shapes")
        }
        hash = NameHash.value(of: file.bytes(at: 0, count: file.count))
        var shapes: [(PlaceID, [UInt8])] = []
        var position = 8
        while position < file.count {
            let idLength = Int(file.u16(at: position))
            let id = file.text(at: position + 2, count: idLength)
            position += 2 + idLength
            let length = Int(file.u32(at: position))
            let shape = Array(file.bytes(at: position + 4, count: length))
            position += 4 + length
            guard shape.count == length, length > 0, position <= file.count else {
                throw .damaged(path: url.path, what: "it is cut short")
            }
            shapes.append((PlaceID(rawValue: id), shape))
        }
        self.shapes = shapes
    }
}
