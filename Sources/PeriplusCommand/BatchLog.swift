internal import Foundation

/// What `FILE.part.log` says of the lines in `FILE.part`: what made them, and the digests of each line of the
/// input and of its answer.
struct BatchLog {
    /// The bytes of an entry.
    static let entryLength = 16
    private let entries: [(line: UInt64, answer: UInt64)]

    /// How a log begins.
    static func head(_ digest: String) -> [UInt8] { Array("periplus batch 1 \(digest)\n".utf8) }

    /// The entry of one line.
    static func entry(line: UInt64, answer: UInt64) -> [UInt8] {
        [line, answer].flatMap { number in
            (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
        }
    }

    /// Reads a log.
    ///
    /// - Throws: `CommandError`, when it is not one of a run with the same options.
    init(head: [UInt8], descriptor: Int32, of path: String) throws(CommandError) {
        lseek(descriptor, 0, SEEK_SET)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        let bytes = Array((try? handle.readToEnd()) ?? Data())
        guard bytes.starts(with: head) else {
            throw CommandError(
                .badData,
                "\(path).part is not of a run with these options and data; without --resume all is done anew"
            )
        }
        let rest = bytes[head.count...]
        entries = (0..<rest.count / Self.entryLength).map { index in
            func number(_ place: Int) -> UInt64 {
                let start = rest.startIndex + index * Self.entryLength + place * 8
                return (0..<8).reduce(0) { $0 | UInt64(rest[start + $1]) << (8 * UInt64($1)) }
            }
            return (number(0), number(1))
        }
    }

    /// The digests of the lines whose answers stand whole in the part; what comes behind those is cut off.
    func finished(in part: Int32, of path: String) throws(CommandError) -> [UInt64] {
        lseek(part, 0, SEEK_SET)
        var reader = LineReader(descriptor: part, name: path + ".part")
        let size = lseek(part, 0, SEEK_END)
        lseek(part, 0, SEEK_SET)
        var length = 0
        var finished: [UInt64] = []
        for entry in entries {
            guard let line = try reader.next(), length + line.count + 1 <= size,
                LineDigest.value(of: line + [0x0A]) == entry.answer
            else { break }
            length += line.count + 1
            finished.append(entry.line)
        }
        ftruncate(part, off_t(length))
        lseek(part, off_t(length), SEEK_SET)
        return finished
    }
}
