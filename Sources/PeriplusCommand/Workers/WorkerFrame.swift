/// What a batch and its workers say to one another over pipes: a letter, a length, the bytes.
struct WorkerFrame {
    /// What the bytes are.
    enum Kind: UInt8 {
        /// To a worker: a line of the input, to be mapped.
        case line = 0x4C
        /// To a worker: a line that is not to be mapped again, behind the code and the words of why.
        case refusal = 0x52
        /// From a worker: it is ready; the bytes tell what its results are made with.
        case ready = 0x47
        /// From a worker: it cannot work; an exit code, then the message.
        case unable = 0x58
        /// From a worker: a line of results.
        case result = 0x4F
        /// From a worker: a line that tells why there is no result.
        case failure = 0x46
        /// From a worker: what its router has been asked so far, as JSON.
        case router = 0x57
    }

    let kind: Kind
    let payload: [UInt8]

    init(_ kind: Kind, _ payload: [UInt8]) {
        self.kind = kind
        self.payload = payload
    }

    /// The bytes of the pipe.
    var bytes: [UInt8] {
        var bytes = [kind.rawValue]
        bytes.reserveCapacity(payload.count + Self.headLength)
        let length = UInt32(truncatingIfNeeded: payload.count)
        for shift in stride(from: 0, to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> UInt32(shift)))
        }
        bytes += payload
        return bytes
    }

    static let headLength = 5
}

/// Cuts what comes out of a pipe into frames.
struct FrameBuffer {
    private var bytes: [UInt8] = []
    private var position = 0
    /// Whether something came that is no frame; nothing behind it can be read.
    private(set) var isBroken = false

    /// Adds what was read.
    mutating func append(_ piece: UnsafeRawBufferPointer) {
        if position > 0, position == bytes.count {
            bytes.removeAll(keepingCapacity: true)
            position = 0
        } else if position > 1 << 20 {
            bytes.removeFirst(position)
            position = 0
        }
        bytes.append(contentsOf: piece)
    }

    /// The next whole frame.
    mutating func next() -> WorkerFrame? {
        guard !isBroken, bytes.count - position >= WorkerFrame.headLength else { return nil }
        guard let kind = WorkerFrame.Kind(rawValue: bytes[position]) else {
            isBroken = true
            return nil
        }
        var length = 0
        for place in 0..<4 { length |= Int(bytes[position + 1 + place]) << (8 * place) }
        let start = position + WorkerFrame.headLength
        guard bytes.count - start >= length else { return nil }
        position = start + length
        return WorkerFrame(kind, Array(bytes[start..<position]))
    }
}
