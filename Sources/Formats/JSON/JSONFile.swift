internal import Foundation

/// A file of one JSON value, written as it grows; it appears whole or not at all.
struct JSONFile: ~Copyable {
    /// What is not written yet.
    var json = JSONBytes()
    private var file: AtomicFile

    init(at url: URL) throws(FormatError) {
        file = try AtomicFile(at: url)
    }

    /// Writes what there is, keeping the place in the structure.
    mutating func flush() throws(FormatError) {
        try file.write(json.bytes)
        json.removeAll()
    }

    /// Ends the last line and puts the file in its place.
    consuming func commit() throws(FormatError) {
        json.raw(0x0A)
        try flush()
        try file.commit()
    }
}
