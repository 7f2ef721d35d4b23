internal import Foundation

/// Reads a stream line by line in large pieces, holding no more than one line and one piece.
struct LineReader {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// Bytes asked for at a time.
    private static let pieceLength = 1 << 18

    /// A reader of an open file descriptor; the name is for messages.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// A reader of a file, or of standard input for "-".
    ///
    /// - Throws: `CommandError` (no input) when it cannot be opened.
    init(path: String) throws(CommandError) {
        if path == "-" {
            self.init(descriptor: STDIN_FILENO, name: "standard input")
            return
        }
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw CommandError(.noInput, "cannot read \(path): \(String(cString: strerror(errno)))")
        }
        self.init(descriptor: descriptor, name: path)
    }

    /// The next line without its line feed, or nil at the end.
    mutating func next() throws(CommandError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Array(buffer[position..<end])
                position = end + 1
                return line
            }
            searched = buffer.count
            if isAtEnd {
                guard position < buffer.count else { return nil }
                let line = Array(buffer[position...])
                position = buffer.count
                return line
            }
            searched -= position
            buffer.removeFirst(position)
            position = 0
            try fill()
        }
    }

    private mutating func fill() throws(CommandError) {
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.pieceLength))
        var count = 0
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress?.advanced(by: old), Self.pieceLength)
            }
        } while count < 0 && errno == EINTR
        guard count >= 0 else {
            throw CommandError(.inputOutput, "reading \(name): \(String(cString: strerror(errno)))")
        }
        buffer.removeLast(Self.pieceLength - count)
        isAtEnd = count == 0
    }
}
