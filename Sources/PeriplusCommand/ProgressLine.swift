internal import Foundation

/// How far a long reading is, on the last line of a terminal; nothing anywhere else, nor in the first second.
struct ProgressLine {
    private let total: Int
    private let isShown: Bool
    private let start = Date()
    private var done = 0
    private var last = Date.distantPast

    init(total: Int, isQuiet: Bool) {
        self.total = total
        isShown = !isQuiet && total > 1 && isatty(STDERR_FILENO) == 1
    }

    /// One file more is done.
    mutating func step() {
        done += 1
        let now = Date()
        guard isShown, now.timeIntervalSince(start) > 1, now.timeIntervalSince(last) > 0.2 else {
            return
        }
        last = now
        write("\rperiplus: \(done) of \(total) files")
    }

    /// Takes the line away.
    func end() {
        if last != .distantPast { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
