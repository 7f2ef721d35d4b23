/// What the first 100 bytes of an SQLite file tell, read without opening it.
///
/// The fields are those of "Database File Format", section 1.3, of the SQLite documentation.
struct DatabaseHeader {
    /// Marks the file as a gazetteer of this program, "PPLS".
    static let applicationID: Int32 = 0x5050_4C53
    /// Counts the transactions that changed the file.
    let changeCounter: UInt32

    init(path: String) throws(GazetteerError) {
        let bytes = try MappedBytes(path: path)
        defer { withExtendedLifetime(bytes) {} }
        let header = IndexSection(bytes, offset: 0, count: min(100, bytes.count))
        guard header.bytes(at: 0, count: 16).elementsEqual(Array("SQLite format 3\0".utf8)),
            Int32(bitPattern: header.u32(at: 68).byteSwapped) == Self.applicationID
        else { throw .foreign(path: path) }
        let layout = Int(header.u32(at: 60).byteSwapped)
        guard layout <= IndexLayout.version else {
            throw .newerLayout(path: path, found: layout, supported: IndexLayout.version)
        }
        guard layout == IndexLayout.version else {
            throw .olderLayout(path: path, found: layout, supported: IndexLayout.version)
        }
        let pageSize = Int(header.u16(at: 16).byteSwapped)
        let pages = Int(header.u32(at: 28).byteSwapped)
        guard pages > 0, pages * (pageSize == 1 ? 65_536 : pageSize) == bytes.count else {
            throw .damaged(path: path, what: "its length is not the one it states")
        }
        changeCounter = header.u32(at: 24).byteSwapped
    }
}
