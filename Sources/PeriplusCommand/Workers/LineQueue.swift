internal import Foundation

/// The lines of a stream, read when there is something to read: nothing here waits for more.
struct LineQueue {
    /// What to wait on for more.
    let descriptor: Int32
    private(set) var isAtEnd = false
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var searched = 0

    /// Bytes asked for at a time.
    private static let pieceLength = 1 << 16

    /// The lines of a file, or of standard input for "-".
    ///
    /// - Throws: `CommandError` (no input) when it cannot be opened.
    init(path: String) throws(CommandError) {
        if path == "-" {
            descriptor = STDIN_FILENO
            name = "standard input"
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        name = path
        guard descriptor >= 0 else {
            throw CommandError(.noInput, "cannot read \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// The lines of an open stream; the name is for messages.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Whether a line is there whole.
    var hasLine: Bool {
        mutating get { end() != nil || (isAtEnd && position < buffer.count) }
    }

    /// The next line that is there whole, without its line feed; at the end of the stream the rest.
    mutating func next() -> [UInt8]? {
        if let end = end() {
            let line = Array(buffer[position..<end])
            position = end + 1
            searched = position
            return line
        }
        guard isAtEnd, position < buffer.count else { return nil }
        let line = Array(buffer[position...])
        position = buffer.count
        return line
    }

    /// Where the next line ends.
    private mutating func end() -> Int? {
        let end = buffer.withUnsafeBytes { bytes -> Int? in
            guard searched < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return base.distance(to: UnsafeRawPointer(found))
        }
        searched = end ?? buffer.count
        return end
    }

    /// Reads once; waits only where nothing is there.
    ///
    /// - Throws: `CommandError` when the stream cannot be read.
    mutating func fill() throws(CommandError) {
        buffer.removeFirst(position)
        searched -= position
        position = 0
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.pieceLength))
        var count = 0
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress?.advanced(by: old), Self.pieceLength)
            }
        } while count < 0 && errno == EINTR
        buffer.removeLast(Self.pieceLength - max(count, 0))
        if count < 0, errno == EAGAIN { return }
        guard count >= 0 else {
            throw CommandError(.inputOutput, "reading \(name): \(String(cString: strerror(errno)))")
        }
        isAtEnd = count == 0
    }
}
