internal import Foundation

/// A file mapped read-only into memory.
///
/// `@unchecked Sendable`: the memory never changes and lives as long as the object.
final class MappedFile: @unchecked Sendable {
    let name: String
    let bytes: UnsafeRawBufferPointer

    /// - Throws: `LanguageError.unreadable`.
    init(_ url: URL) throws(LanguageError) {
        name = url.lastPathComponent
        let descriptor = open(url.path, O_RDONLY)
        guard descriptor >= 0 else {
            throw .unreadable(file: url.lastPathComponent, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0, status.st_size < 1 << 40 else {
            throw .unreadable(file: url.lastPathComponent, reason: "empty or not a file")
        }
        let length = Int(status.st_size)
        guard let base = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0),
            base != MAP_FAILED
        else {
            throw .unreadable(file: url.lastPathComponent, reason: String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: base, count: length)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}
