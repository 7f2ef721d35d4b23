internal import Foundation

/// Works through a stream of lines on all processors; results leave in the order of the lines.
enum OrderedBlocks {
    /// Runs `work` over blocks of lines; each worker has one at a time, and few wait to be written.
    static func run<Output: Sendable>(
        blockLength: Int, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
        next: () throws(CommandError) -> [UInt8]?,
        work: @escaping @Sendable ([UInt8]) -> Output,
        write: (Output) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, [Output]).self) { group in
            var sent = 0
            var finished = 0
            var running = 0
            var waiting: [Int: [Output]] = [:]
            var isAtEnd = false
            while true {
                // A slow block holds the results behind it back, but only so many.
                while !isAtEnd, running < workers, sent - finished < workers * 3 {
                    var block: [[UInt8]] = []
                    while block.count < blockLength, !isAtEnd {
                        guard let line = try next() else {
                            isAtEnd = true
                            break
                        }
                        block.append(line)
                    }
                    guard !block.isEmpty else { break }
                    let number = sent
                    let lines = block
                    sent += 1
                    running += 1
                    group.addTask { (number, lines.map(work)) }
                }
                guard let (number, results) = try await group.next() else { return }
                running -= 1
                waiting[number] = results
                while let ready = waiting.removeValue(forKey: finished) {
                    finished += 1
                    for result in ready { try write(result) }
                }
            }
        }
    }
}
