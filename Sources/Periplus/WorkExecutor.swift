internal import Foundation
internal import Synchronization

/// Runs tasks that take a processor, or wait, for a while on threads of their own.
///
/// The threads that Swift runs tasks on are as many as processors, and so are those of Dispatch's queues, which they
/// share on Linux: one that reads a long document or waits for a disk is missing to all others.
package final class WorkExecutor: TaskExecutor {
    /// What documents are read on: as many at once as there are processors.
    package static let documents = WorkExecutor(
        name: "periplus.documents", most: ProcessInfo.processInfo.activeProcessorCount)

    private struct State {
        var jobs: [UnownedJob] = []
        var threads = 0
        /// Threads that wait for a job.
        var idle = 0
    }

    private let name: String
    private let most: Int
    private let state = Mutex(State())
    /// Counts the jobs that no thread has taken yet.
    private let waiting = DispatchSemaphore(value: 0)

    /// An executor of at most so many threads, which are started as they are needed and then stay.
    package init(name: String, most: Int) {
        self.name = name
        self.most = max(1, most)
    }

    /// Runs a job when a thread is free; the one that has waited longest first.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let wantsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.jobs.count > state.idle, state.threads < most else { return false }
            state.threads += 1
            state.idle += 1
            return true
        }
        if wantsThread { startThread() }
        waiting.signal()
    }

    private func startThread() {
        let thread = Thread { [self] in
            while true {
                waiting.wait()
                let job = state.withLock { state in
                    state.idle -= 1
                    return state.jobs.removeFirst()
                }
                job.runSynchronously(on: asUnownedTaskExecutor())
                state.withLock { $0.idle += 1 }
            }
        }
        thread.name = name
        // As much as a program's first thread has.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
