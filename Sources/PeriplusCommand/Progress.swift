internal import Foundation

/// Tells on standard error how far a long work is, from its second second on.
struct Progress {
    private let total: Int
    private let what: String
    private let isQuiet: Bool
    private var done = 0
    private var next = ContinuousClock.now + .seconds(1)

    /// A work of so many steps.
    init(of total: Int, _ what: String, isQuiet: Bool) {
        self.total = total
        self.what = what
        self.isQuiet = isQuiet || total < 2
    }

    /// Says so, at most every other second, before each step.
    mutating func step() {
        defer { done += 1 }
        guard !isQuiet, done > 0, ContinuousClock.now >= next else { return }
        next = ContinuousClock.now + .seconds(2)
        StandardError.write(line: "periplus: \(done) of \(total) \(what)")
    }
}
