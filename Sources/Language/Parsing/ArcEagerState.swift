/// A state of the arc-eager transition system, as spaCy runs it.
///
/// After Nivre (2008), with sentence breaks and with words put back on the buffer when they leave
/// the stack without a head (Honnibal and Johnson 2014). Tokens count from 0.
struct ArcEagerState {
    let count: Int
    /// The head of each token, -1 for none yet.
    private(set) var heads: [Int32]
    /// The move that made the arc to each token's head.
    private(set) var arcMoves: [UInt8]
    private var stack: [Int32] = []
    private var returned: [Int32] = []
    private var next: Int32 = 0
    private var wasReturned: [Bool]
    private var isStart: [Bool]
    /// The dependent that each token got last on either side, and what it got before that one.
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    private var before: [Int32]

    init(count: Int) {
        self.count = count
        heads = Array(repeating: -1, count: count)
        arcMoves = Array(repeating: 0, count: count)
        wasReturned = Array(repeating: false, count: count)
        isStart = wasReturned
        lastLeft = heads
        lastRight = heads
        before = heads
        stack.reserveCapacity(64)
        returned.reserveCapacity(64)
    }

    var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    private var bufferCount: Int { count - Int(next) + returned.count }

    @inline(__always)
    private func buffered(_ index: Int) -> Int32 {
        if index < returned.count { return returned[returned.count - 1 - index] }
        let token = Int(next) + index - returned.count
        return token < count ? Int32(truncatingIfNeeded: token) : -1
    }

    @inline(__always)
    private func stacked(_ index: Int) -> Int32 {
        index < stack.count ? stack[stack.count - 1 - index] : -1
    }

    /// The eight tokens whose vectors the scorer sees.
    @inline(__always)
    func look(_ seen: UnsafeMutablePointer<Int32>) {
        let (b0, s0) = (buffered(0), stacked(0))
        seen[0] = b0
        seen[1] = buffered(1)
        seen[2] = s0
        seen[3] = stacked(1)
        seen[4] = stacked(2)
        seen[5] = b0 < 0 ? -1 : lastLeft[Int(b0)]
        seen[6] = s0 < 0 ? -1 : lastLeft[Int(s0)]
        seen[7] = s0 < 0 ? -1 : lastRight[Int(s0)]
    }

    /// Which kinds of move are possible.
    var allowed: (shift: Bool, reduce: Bool, arc: Bool, split: Bool) {
        let (b0, b1) = (buffered(0), buffered(1))
        let hasStack = !stack.isEmpty
        let startsHere = b0 >= 0 && isStart[Int(b0)]
        let shift =
            if hasStack { bufferCount >= 2 && !startsHere && !wasReturned[Int(b0)] } else { true }
        let split = bufferCount >= 2 && b1 == b0 + 1 && !isStart[Int(b1)]
        return (shift, hasStack, hasStack && bufferCount > 0 && !startsHere, split)
    }

    /// Puts the next word on the stack.
    mutating func shift() {
        if let token = returned.popLast() {
            stack.append(token)
        } else if next < count {
            stack.append(next)
            next += 1
        } else {
            stack.removeAll()
        }
    }

    /// Takes a word off the stack, back to the buffer where it has no head.
    mutating func reduce() {
        guard let token = stack.popLast() else { return }
        if heads[Int(token)] < 0, !stack.isEmpty {
            wasReturned[Int(token)] = true
            returned.append(token)
        }
    }

    /// Makes the top of the stack depend on the next word.
    mutating func leftArc(_ move: UInt8) {
        let (head, child) = (buffered(0), stacked(0))
        addArc(head, child, move)
        wasReturned[Int(head)] = false
        stack.removeLast()
    }

    /// Makes the next word depend on the top of the stack, and puts it there.
    mutating func rightArc(_ move: UInt8) {
        addArc(stacked(0), buffered(0), move)
        shift()
    }

    /// Begins a sentence at the word after the next.
    mutating func split() { isStart[Int(buffered(1))] = true }

    private mutating func addArc(_ head: Int32, _ child: Int32, _ move: UInt8) {
        let index = Int(child)
        let old = heads[index]
        if old > child, lastLeft[Int(old)] == child { lastLeft[Int(old)] = before[index] }
        if old >= 0, old < child, lastRight[Int(old)] == child {
            lastRight[Int(old)] = before[index]
        }
        if head > child {
            before[index] = lastLeft[Int(head)]
            lastLeft[Int(head)] = child
        } else {
            before[index] = lastRight[Int(head)]
            lastRight[Int(head)] = child
        }
        heads[index] = head
        arcMoves[index] = move
    }
}
