extension PatternProgram {
    /// Where the preferred match from a position ends, nil where there is none.
    func firstMatch(in text: UnsafeBufferPointer<UInt32>, at position: Int) -> Int? {
        var seen: [UInt64] = []
        return run(from: 0, at: position, text, mode: .first, seen: &seen)
    }

    /// The smallest position at which a match, read backward from a position, ends.
    func longestBackwardMatch(in text: UnsafeBufferPointer<UInt32>, at position: Int) -> Int? {
        var seen: [UInt64] = []
        return run(from: 0, at: position, text, mode: .leftmost, seen: &seen)
    }

    /// Whether all of a text matches.
    ///
    /// Linear in the text: no instruction is tried twice at a position.
    func matchesAll(of text: UnsafeBufferPointer<UInt32>) -> Bool {
        var seen = [UInt64](repeating: 0, count: (instructions.count * (text.count + 1) + 63) / 64)
        return run(from: 0, at: 0, text, mode: .whole, seen: &seen) != nil
    }

    private enum Mode {
        case first
        case leftmost
        case whole
    }

    private func run(
        from start: Int, at position: Int, _ text: UnsafeBufferPointer<UInt32>, mode: Mode,
        seen: inout [UInt64]
    ) -> Int? {
        var pending: [(instruction: Int, position: Int)] = []
        var best: Int?
        var counter = start
        var position = position
        while true {
            var isAlive = true
            if !seen.isEmpty {
                let bit = counter * (text.count + 1) + position
                isAlive = seen[bit >> 6] >> UInt64(bit & 63) & 1 == 0
                seen[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            if isAlive {
                switch instructions[counter] {
                case .step(let set, let low, let high, let backward):
                    let index = backward ? position - 1 : position
                    if index >= 0, index < text.count, holds(text[index], set, low, high) {
                        position = backward ? index : index + 1
                        counter += 1
                        continue
                    }
                case .split(let one, let other):
                    pending.append((other, position))
                    counter = one
                    continue
                case .jump(let target):
                    counter = target
                    continue
                case .look(let resume, let negated):
                    var none: [UInt64] = []
                    let holds =
                        run(from: counter + 1, at: position, text, mode: .first, seen: &none) != nil
                    if holds != negated {
                        counter = resume
                        continue
                    }
                case .accept:
                    switch mode {
                    case .first: return position
                    case .whole: if position == text.count { return position }
                    case .leftmost: best = min(best ?? position, position)
                    }
                }
            }
            guard let other = pending.popLast() else { return best }
            (counter, position) = other
        }
    }

    @inline(__always)
    private func holds(_ scalar: UInt32, _ set: Int, _ low: UInt64, _ high: UInt64) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar &- 64) & 1 == 1 }
        return sets[set].containsWide(scalar)
    }
}
