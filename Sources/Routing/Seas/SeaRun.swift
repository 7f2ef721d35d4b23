internal import Geodesy

/// A way a search may go on: a line from a node or a start to a node or an end.
struct SeaEntry {
    /// The length of the course by this way at least, in metres.
    var estimate: Double
    /// Its length up to the node, in metres.
    var cost: Double
    /// The node it leads to; -1 - n for end number n.
    var node: Int32
    /// The node it comes from; -2 - n for start number n.
    var from: Int32
    /// The link it uses; -1 over open water.
    var link: Int32
    /// Whether it is still to be found out if the line is open water.
    var needsSight: Bool

    static func goal(_ index: Int) -> Int32 { -1 - Int32(index) }
    var goal: Int { Int(-1 - node) }
}

/// The state of one search: what is reached, and a binary heap of the ways to go on.
struct SeaRun {
    /// The shortest way known to each node, in metres.
    private var cost: [Double]
    /// What is left at least from each node, in metres; -1 where not yet worked out.
    private var rest: [Double]
    private var parent: [Int32]
    private var link: [Int32]
    private var done: [Bool]
    private var heap: [SeaEntry] = []

    init(count: Int) {
        cost = [Double](repeating: .infinity, count: count)
        rest = [Double](repeating: -1, count: count)
        parent = [Int32](repeating: -1, count: count)
        link = [Int32](repeating: -1, count: count)
        done = [Bool](repeating: false, count: count)
    }

    func isDone(_ node: Int32) -> Bool { done[Int(node)] }

    func improves(_ node: Int32, _ metres: Double) -> Bool { metres < cost[Int(node)] }

    /// What is left at least from a node to one of the goals.
    mutating func left(_ node: Int32, _ position: UnitVector, _ goals: [SeaGoal]) -> Double {
        let known = rest[Int(node)]
        if known >= 0 { return known }
        var least = Double.infinity
        for goal in goals {
            least = min(least, position.metres(to: goal.end.position) + goal.cost)
        }
        rest[Int(node)] = least
        return least
    }

    /// Adds an entry before the heap is made.
    mutating func add(_ entry: SeaEntry) { heap.append(entry) }

    mutating func makeHeap() {
        for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    mutating func push(_ entry: SeaEntry) {
        if entry.node >= 0 { cost[Int(entry.node)] = entry.cost }
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

    /// Takes the entry with the least estimate that leads to an end or to a node not yet done.
    mutating func next() -> SeaEntry? {
        while let top = heap.first {
            let last = heap.removeLast()
            if !heap.isEmpty {
                heap[0] = last
                sink(0)
            }
            if top.node < 0 || !done[Int(top.node)] { return top }
        }
        return nil
    }

    /// Takes an entry as the shortest way to its node.
    mutating func settle(_ entry: SeaEntry) {
        let node = Int(entry.node)
        done[node] = true
        cost[node] = entry.cost
        parent[node] = entry.from
        link[node] = entry.link
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
