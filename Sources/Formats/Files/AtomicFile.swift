public import Foundation

/// A file that appears whole or not at all: written without a name, then put in its place.
///
/// An interrupted or failed write leaves the old file as it was, and nothing beside it; where the file system
/// has no files without a name, they have a hidden one beside the place. A symbolic link stays a link; the
/// permissions of an old file are kept. What is not a regular file (a pipe, `/dev/stdout`) is written directly.
public struct AtomicFile: ~Copyable {
    private let path: String
    private let temporary: Temporary
    private let descriptor: Int32
    private var isOpen = true
    private var buffer: [UInt8] = []

    /// Opens a file to be written.
    ///
    /// - Throws: `FormatError.cannotCreate` when the folder is missing or not writable, or the name is a folder's.
    public init(at url: URL) throws(FormatError) {
        try self.init(path: url.path)
    }

    init(path: String) throws(FormatError) {
        let opened = try Self.open(path)
        self.path = opened.path
        temporary = opened.temporary
        descriptor = opened.descriptor
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit {
        if isOpen {
            close(descriptor)
            temporary.discard()
        }
    }

    /// Adds bytes to the file.
    ///
    /// - Throws: `FormatError.cannotWrite` when the system refuses them.
    public mutating func write(_ bytes: borrowing [UInt8]) throws(FormatError) {
        if buffer.count + bytes.count > Self.bufferSize { try flush() }
        if bytes.count > Self.bufferSize {
            try send(bytes)
        } else {
            buffer.append(contentsOf: copy bytes)
        }
    }

    /// Adds text to the file, in UTF-8.
    ///
    /// - Throws: `FormatError.cannotWrite` when the system refuses it.
    public mutating func write(_ text: String) throws(FormatError) {
        try write(Array(text.utf8))
    }

    /// Writes a whole text as a file.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    static func write(_ text: String, to url: URL) throws(FormatError) {
        var file = try AtomicFile(at: url)
        try file.write(text)
        try file.commit()
    }

    /// Puts the finished file in its place.
    ///
    /// - Throws: `FormatError.cannotWrite`; the old file then stands as it was.
    public consuming func commit() throws(FormatError) {
        try flush()
        let isDirect = temporary == .none
        if !isDirect, fsync(descriptor) != 0 {
            throw .cannotWrite(path: path, reason: FormatError.reason(errno))
        }
        var named = temporary
        if temporary == .unnamed {
            named = .named(try Self.name(descriptor, beside: path))
        }
        isOpen = false
        guard close(descriptor) == 0 else {
            let reason = FormatError.reason(errno)
            named.discard()
            throw .cannotWrite(path: path, reason: reason)
        }
        if case .named(let temporary) = named { try Self.replace(path, with: temporary) }
    }

    private mutating func flush() throws(FormatError) {
        try send(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func send(_ bytes: borrowing [UInt8]) throws(FormatError) {
        var sent = 0
        let total = bytes.count
        while sent < total {
            let count = bytes.withUnsafeBytes { raw in
                Foundation.write(descriptor, raw.baseAddress?.advanced(by: sent), total - sent)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw .cannotWrite(path: path, reason: FormatError.reason(errno))
            }
            sent += count
        }
    }

    private static let bufferSize = 1 << 16
}

extension AtomicFile {
    /// Where the bytes are until the file is whole.
    enum Temporary: Hashable {
        /// In their place: what is written is no regular file.
        case none
        /// In a file without a name, which the system takes back when the program ends.
        case unnamed
        /// In a hidden file.
        case named(String)

        func discard() {
            if case .named(let path) = self { unlink(path) }
        }
    }

    /// What a path leads to, and how it must be written.
    struct Target {
        var path: String
        var isDirect: Bool
        var mode: mode_t?
    }

    /// Opens a file that is put in its place later, or what is no regular file itself.
    static func open(
        _ path: String
    ) throws(FormatError) -> (path: String, temporary: Temporary, descriptor: Int32) {
        guard !path.isEmpty else {
            throw .cannotCreate(path: path, reason: FormatError.reason(ENOENT))
        }
        let target = try target(of: path)
        var temporary = target.isDirect ? Temporary.none : .unnamed
        var descriptor: Int32 = -1
        if target.isDirect {
            descriptor = Foundation.open(target.path, O_WRONLY | O_CLOEXEC)
        } else {
            descriptor = unnamed(in: folder(of: target.path))
            if descriptor < 0 {
                let name = temporaryName(for: target.path)
                temporary = .named(name)
                descriptor = Foundation.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            }
        }
        guard descriptor >= 0 else {
            throw .cannotCreate(path: path, reason: FormatError.reason(errno))
        }
        if let mode = target.mode { fchmod(descriptor, mode) }
        return (target.path, temporary, descriptor)
    }

    /// A file without a name; below 0 where the system has none.
    private static func unnamed(in folder: String) -> Int32 {
        #if os(Linux)
            guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
            // O_TMPFILE, which the C library's header builds of these two (open(2)).
            let unnamed = O_DIRECTORY | 0o20000000
            return Foundation.open(folder, O_WRONLY | unnamed | O_CLOEXEC, 0o666)
        #else
            return -1
        #endif
    }

    /// Gives a file without a name a hidden one, from which it can be renamed at once.
    private static func name(
        _ descriptor: Int32, beside path: String
    ) throws(FormatError) -> String {
        let name = temporaryName(for: path)
        guard
            linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
        else {
            throw .cannotWrite(path: path, reason: FormatError.reason(errno))
        }
        return name
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Follows links, and refuses a folder.
    static func target(of path: String) throws(FormatError) -> Target {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return Target(path: path, isDirect: false, mode: nil)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            throw .cannotCreate(path: path, reason: FormatError.reason(EISDIR))
        case S_IFREG:
            guard let resolved = realpath(path, nil) else {
                return Target(path: path, isDirect: false, mode: status.st_mode & 0o777)
            }
            defer { free(resolved) }
            return Target(
                path: String(cString: resolved), isDirect: false, mode: status.st_mode & 0o777)
        default:
            return Target(path: path, isDirect: true, mode: nil)
        }
    }

    /// A hidden name beside the file that no other process uses; short, whatever the file's own.
    static func temporaryName(for path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return "\(path[..<start]).periplus-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    }

    /// Renames the finished file over the old one.
    static func replace(_ path: String, with temporary: String) throws(FormatError) {
        guard rename(temporary, path) == 0 else {
            let reason = FormatError.reason(errno)
            unlink(temporary)
            throw .cannotWrite(path: path, reason: reason)
        }
    }
}
