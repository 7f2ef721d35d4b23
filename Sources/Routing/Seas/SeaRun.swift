internal import Geodesy

/// A way a search may go on: a line from a node or a start to a node or an end.
struct SeaEntry {
    /// The length of the course by this way at least, in metres.
    var estimate: Double
    /// Its length up to the node, in metres; for a block that from which it is entered.
    var cost: Double
    /// The node it leads to; -1 - n for end number n; -1,000 - n for block number n of the nodes.
    var node: Int32
    /// The node it comes from; -2 - n for start number n.
    var from: Int32
    /// The link it uses; -1 over open water.
    var link: Int32
    /// Whether it is still to be found out if the line is open water.
    var needsSight: Bool

    private static let firstBlock: Int32 = -1_000

    static func goal(_ index: Int) -> Int32 { -1 - Int32(index) }
    static func block(_ index: Int) -> Int32 { firstBlock - Int32(index) }
    var goal: Int { Int(-1 - node) }
    /// The number of the block of nodes it leads to, if it does.
    var block: Int? { node <= Self.firstBlock ? Int(Self.firstBlock - node) : nil }
}

/// The state of one search: what is reached, and a binary heap of the ways to go on.
struct SeaRun {
    /// The shortest way known to each node, in metres.
    private(set) var costs: [Double]
    /// What is left at least from each node, in metres; -1 where not yet worked out.
    private var rest: [Double]
    private var parent: [Int32]
    private var link: [Int32]
    private var heap: [SeaEntry] = []
    /// The nodes that `findShorter` found, and the length of the way to each, in metres.
    private(set) var shorter: [(node: Int32, metres: Double)] = []

    init(count: Int) {
        costs = [Double](repeating: .infinity, count: count)
        rest = [Double](repeating: -1, count: count)
        parent = [Int32](repeating: -1, count: count)
        link = [Int32](repeating: -1, count: count)
    }

    @inline(__always)
    func improves(_ node: Int32, _ metres: Double) -> Bool { metres < costs[Int(node)] }

    /// Notes the shortest way known to a node, before its entry is pushed.
    @inline(__always)
    mutating func reach(_ node: Int32, _ metres: Double) { costs[Int(node)] = metres }

    /// Whether no shorter way to the node of an entry has been found since it was pushed.
    func isCurrent(_ entry: SeaEntry) -> Bool {
        entry.needsSight
            ? entry.cost < costs[Int(entry.node)] : entry.cost <= costs[Int(entry.node)]
    }

    /// What is left at least from a node to one of the goals; worked out once by `bound`.
    @inline(__always)
    mutating func left(_ node: Int32, _ bound: (Int) -> Double) -> Double {
        let known = rest[Int(node)]
        if known >= 0 { return known }
        let least = bound(Int(node))
        rest[Int(node)] = least
        return least
    }

    /// Finds the neighbours that a way by an entry comes to by less than any way before.
    ///
    /// A neighbour that the way would turn away from the shore to, by the vector `turn`, is left out. This
    /// is what a search spends most of its time on: what is cheap to find out comes first.
    mutating func findShorter(from entry: SeaEntry, in graph: SeaGraph, turn: UnitVector) {
        shorter.removeAll(keepingCapacity: true)
        let position = graph.nodes[Int(entry.node)]
        costs.withUnsafeBufferPointer { costs in
            graph.nodes.withUnsafeBufferPointer { nodes in
                graph.neighbours.forEach(of: Int(entry.node)) { other in
                    let room = costs[Int(other)] - entry.cost
                    guard room > 0 else { return }
                    let next = nodes[Int(other)]
                    guard turn.dot(next) >= -Self.straight else { return }
                    let squaredChord = position.squaredChord(to: next)
                    // A chord is shorter than its arc.
                    let most = room / UnitVector.parametricRadius
                    guard squaredChord < most * most else { return }
                    let metres = entry.cost + UnitVector.metres(squaredChord: squaredChord)
                    if metres < costs[Int(other)] { shorter.append((other, metres)) }
                }
            }
        }
    }

    /// Products this small are rounding: about a millimetre.
    private static let straight = 1e-9

    /// Adds an entry before the heap is made.
    mutating func add(_ entry: SeaEntry) { heap.append(entry) }

    mutating func makeHeap() {
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    mutating func push(_ entry: SeaEntry) {
        heap.append(entry)
        var index = heap.count - 1
        while index > 0 {
            let above = (index - 1) / 2
            guard entry.estimate < heap[above].estimate else { break }
            heap[index] = heap[above]
            index = above
        }
        heap[index] = entry
    }

    /// Takes the entry with the least estimate.
    mutating func next() -> SeaEntry? {
        guard let top = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink(0)
        }
        return top
    }

    /// Takes an entry as the shortest way to its node.
    mutating func settle(_ entry: SeaEntry) {
        let node = Int(entry.node)
        costs[node] = entry.cost
        parent[node] = entry.from
        link[node] = entry.link
    }

    /// The nodes of the shortest way to one that is settled, the first one behind the start.
    func path(to last: Int32) -> [Int32] {
        var nodes: [Int32] = []
        var node = last
        while node >= 0 {
            nodes.append(node)
            node = parent[Int(node)]
        }
        return nodes.reversed()
    }

    /// The course that ends with an entry.
    func course(to last: SeaEntry, _ starts: [SeaEnd], _ ends: [SeaEnd]) -> SeaCourse? {
        var nodes: [Int32] = []
        var links: [Int] = []
        var node = last.from
        while node >= 0 {
            nodes.append(node)
            let way = Int(link[Int(node)])
            if way >= 0, links.last != way { links.append(way) }
            node = parent[Int(node)]
        }
        let start = Int(-2 - node)
        guard starts.indices.contains(start) else { return nil }
        return SeaCourse(
            start: starts[start], end: ends[last.goal], nodes: nodes.reversed(),
            links: links.reversed(), cost: last.cost)
    }

    private mutating func sink(_ first: Int) {
        let entry = heap[first]
        var index = first
        while true {
            var child = 2 * index + 1
            if child >= heap.count { break }
            if child + 1 < heap.count, heap[child + 1].estimate < heap[child].estimate {
                child += 1
            }
            guard heap[child].estimate < entry.estimate else { break }
            heap[index] = heap[child]
            index = child
        }
        heap[index] = entry
    }
}
