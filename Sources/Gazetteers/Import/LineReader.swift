internal import Foundation

/// The lines of a file from an offset, read by blocks; no line is kept.
struct LineReader {
    private let handle: FileHandle
    private let path: String
    private var block: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// The offset in the file of the next line.
    private(set) var offset: Int
    /// The length of the file.
    let size: Int

    private static let blockSize = 1 << 20

    init(_ url: URL, from offset: Int = 0) throws(GazetteerError) {
        path = url.path
        self.offset = offset
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        do {
            handle = try FileHandle(forReadingFrom: url)
            size = Int(try handle.seekToEnd())
            try handle.seek(toOffset: UInt64(offset))
        } catch {
            throw .unreadable(path: url.path, reason: error.localizedDescription)
        }
    }

    /// Calls back with the next line, without its end; gives nil after the last.
    mutating func next<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(GazetteerError) -> Result? {
        while true {
            let end = block.withUnsafeBufferPointer { bytes in
                bytes[position...].firstIndex(of: 0x0A)
            }
            if end == nil, !isAtEnd {
                try refill()
                continue
            }
            guard let stop = end ?? (position < block.count ? block.count : nil) else { return nil }
            let isReturn = stop > position && block[stop - 1] == 0x0D
            let result = block.withUnsafeBufferPointer { bytes in
                body(UnsafeBufferPointer(rebasing: bytes[position..<(isReturn ? stop - 1 : stop)]))
            }
            let consumed = min(stop + 1, block.count)
            offset += consumed - position
            position = consumed
            return result
        }
    }

    private mutating func refill() throws(GazetteerError) {
        block.removeFirst(position)
        position = 0
        let data: Data?
        do {
            data = try handle.read(upToCount: Self.blockSize)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard let data, !data.isEmpty else {
            isAtEnd = true
            return
        }
        block.append(contentsOf: data)
    }
}
