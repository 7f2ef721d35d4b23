internal import CArchive
internal import Foundation

/// Owner of one reading of a packed file by libarchive: its entries in order, each unpacked on demand.
///
/// Nothing is ever written: the names of entries are names and no paths.
final class Archive {
    /// Why reading stopped.
    enum Failure: Error {
        /// The bytes do not follow their format; with the library's words.
        case damaged(String)
        /// An entry is locked with a password.
        case encrypted
        /// An entry has more bytes than it may.
        case tooLarge
    }

    /// One file inside.
    struct Entry {
        /// Its name, folders before strokes.
        let name: String
        /// Whether it is a file, not a folder or a link.
        let isFile: Bool
        /// Whether it can be unpacked only with a password.
        let isEncrypted: Bool
    }

    /// What libarchive calls a file (AE_IFREG, a macro Swift does not see).
    private static let regularFile: mode_t = 0o100000

    private let handle: OpaquePointer
    private let bytes: UnsafeMutableRawBufferPointer

    /// Opens packed bytes: ZIP, tar, gzip, or a tar in gzip.
    init(_ content: [UInt8]) throws(Failure) {
        guard let handle = archive_read_new() else { throw .damaged("no memory") }
        self.handle = handle
        // The library reads from where they lie until it is closed.
        bytes = .allocate(byteCount: max(content.count, 1), alignment: 1)
        bytes.copyBytes(from: content)
        Self.allow(in: handle)
        guard archive_read_open_memory(handle, bytes.baseAddress, content.count) == ARCHIVE_OK
        else {
            throw failure()
        }
    }

    /// Opens a file, of which never more than a piece is held.
    init(path: String) throws(Failure) {
        guard let handle = archive_read_new() else { throw .damaged("no memory") }
        self.handle = handle
        bytes = .allocate(byteCount: 1, alignment: 1)
        Self.allow(in: handle)
        guard archive_read_open_filename(handle, path, 1 << 18) == ARCHIVE_OK else {
            throw failure()
        }
    }

    /// The formats that are read.
    private static func allow(in handle: OpaquePointer) {
        archive_read_support_format_zip(handle)
        archive_read_support_format_tar(handle)
        archive_read_support_format_raw(handle)
        archive_read_support_filter_gzip(handle)
    }

    deinit {
        archive_read_free(handle)
        bytes.deallocate()
    }

    /// The next entry, or nil at the end.
    func next() throws(Failure) -> Entry? {
        var pointer: OpaquePointer?
        let result = archive_read_next_header(handle, &pointer)
        if result == ARCHIVE_EOF { return nil }
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry = pointer else {
            throw failure()
        }
        let name =
            archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        return Entry(
            name: name.map { String(cString: $0) } ?? "?",
            isFile: archive_entry_filetype(entry) == Self.regularFile,
            isEncrypted: archive_entry_is_encrypted(entry) == 1)
    }

    /// The unpacked bytes of the entry last returned, whatever length its header promises.
    ///
    /// - Throws: `.tooLarge` as soon as there are more than the limit.
    func contents(limit: Int) throws(Failure) -> [UInt8] {
        var result: [UInt8] = []
        while let piece = try piece() {
            guard result.count + piece.count <= limit else { throw .tooLarge }
            result += piece
        }
        return result
    }

    /// The next piece of the entry last returned, or nil at its end.
    func piece() throws(Failure) -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes {
            archive_read_data(handle, $0.baseAddress, $0.count)
        }
        guard count >= 0 else { throw failure() }
        return count == 0 ? nil : Array(chunk[..<count])
    }

    private func failure() -> Failure {
        let told = archive_error_string(handle).map { String(cString: $0) } ?? "cannot be read"
        let words = told.split(whereSeparator: \.isNewline).first.map(String.init) ?? told
        return words.lowercased().contains("passphrase") || words.lowercased().contains("encrypt")
            ? .encrypted : .damaged(words)
    }
}

extension Archive.Failure {
    /// Whether the other entries can still be read.
    var concernsEntry: Bool {
        switch self {
        case .damaged: false
        case .encrypted, .tooLarge: true
        }
    }

    /// The same of a file of a name and format.
    func documentError(_ name: String, format: String) -> DocumentError {
        switch self {
        case .damaged(let reason): .damaged(name, format: format, reason: reason)
        case .encrypted: .encrypted(name, format: format)
        case .tooLarge: .unpacksTooFar(name, limit: DocumentReader.packedLimit)
        }
    }
}
