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

    /// What goes through the pipe before the payload.
    var head: [UInt8] {
        let length = UInt32(truncatingIfNeeded: payload.count)
        return [kind.rawValue]
            + stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: length >> UInt32($0)) }
    }

    static let headLength = 5
}

/// Cuts what comes out of a pipe into frames.
///
/// A frame may have a hundred megabytes: its payload is gathered where it stays.
struct FrameBuffer {
    private var head: [UInt8] = []
    private var payload: [UInt8] = []
    private var missing = 0
    private var frames: [WorkerFrame] = []
    /// Whether something came that is no frame; nothing behind it can be read.
    private(set) var isBroken = false

    /// Adds what was read.
    mutating func append(_ piece: UnsafeRawBufferPointer) {
        var rest = piece[...]
        while !rest.isEmpty, !isBroken {
            if head.count < WorkerFrame.headLength {
                let part = rest.prefix(WorkerFrame.headLength - head.count)
                head.append(contentsOf: part)
                rest = rest.dropFirst(part.count)
                guard head.count == WorkerFrame.headLength else { return }
                missing = (0..<4).reduce(0) { $0 | Int(head[1 + $1]) << (8 * $1) }
                isBroken = WorkerFrame.Kind(rawValue: head[0]) == nil
                // A length that is none is not believed at once.
                payload.reserveCapacity(min(missing, 1 << 28))
            }
            let part = rest.prefix(missing)
            payload.append(contentsOf: part)
            missing -= part.count
            rest = rest.dropFirst(part.count)
            if missing == 0 { finish() }
        }
    }

    private mutating func finish() {
        guard let kind = WorkerFrame.Kind(rawValue: head[0]) else { return }
        frames.append(WorkerFrame(kind, payload))
        payload = []
        head.removeAll(keepingCapacity: true)
    }

    /// The next whole frame.
    mutating func next() -> WorkerFrame? { frames.isEmpty ? nil : frames.removeFirst() }
}
