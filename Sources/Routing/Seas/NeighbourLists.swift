/// The nodes that each node sees, in about a byte each: they stand close together in number.
struct NeighbourLists: Sendable {
    /// For each node the number of the first it sees, then the steps from one to the next, as varints.
    let bytes: [UInt8]
    /// Where each node's begin; one more entry than there are nodes.
    let start: [Int32]

    /// Lists of nodes that see nothing.
    static func none(nodes: Int) -> NeighbourLists {
        NeighbourLists(bytes: [], start: [Int32](repeating: 0, count: nodes + 1))
    }

    private init(bytes: [UInt8], start: [Int32]) {
        self.bytes = bytes
        self.start = start
    }

    /// The lists of pairs of nodes that see each other; two entries a pair, each pair once.
    init(pairs: [Int32], nodes: Int) {
        var partners = [[Int32]](repeating: [], count: nodes)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            let (one, two) = (pairs[index], pairs[index + 1])
            partners[Int(one)].append(two)
            partners[Int(two)].append(one)
        }
        var bytes: [UInt8] = []
        var start: [Int32] = [0]
        for list in partners {
            var last: Int32 = 0
            for partner in list.sorted() {
                Varint.append(Int(partner - last), to: &bytes)
                last = partner
            }
            start.append(Int32(bytes.count))
        }
        self.init(bytes: bytes, start: start)
    }

    /// The lists of a file; nil when they do not fit together.
    init?(bytes: [UInt8], start: [Int32], nodes: Int) {
        guard start.count == nodes + 1, start.first == 0, start.last == Int32(bytes.count),
            zip(start, start.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.init(bytes: bytes, start: start)
    }

    /// Whether a node sees none.
    @inline(__always)
    func isEmpty(_ node: Int) -> Bool { start[node] == start[node + 1] }

    /// Visits the nodes that a node sees, in the order of their numbers.
    @inline(__always)
    func forEach(of node: Int, _ visit: (Int32) -> Void) {
        let nodes = Int32(start.count - 1)
        bytes.withUnsafeBufferPointer { bytes in
            var offset = Int(start[node])
            let end = Int(start[node + 1])
            var neighbour: Int32 = 0
            while offset < end {
                var byte = bytes[offset]
                var step = Int32(byte & 127)
                var shift: Int32 = 7
                offset += 1
                while byte >= 128, offset < end, shift < 28 {
                    byte = bytes[offset]
                    step |= Int32(byte & 127) << shift
                    shift += 7
                    offset += 1
                }
                neighbour &+= step
                guard neighbour >= 0, neighbour < nodes else { return }
                visit(neighbour)
            }
        }
    }
}
