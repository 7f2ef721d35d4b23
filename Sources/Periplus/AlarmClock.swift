internal import Dispatch
internal import Foundation
internal import Synchronization

/// Calls back when a time is over, from a thread of its own.
///
/// The threads on which a sleeping task of Swift's would wake may all be taken by work that does not give way.
final class AlarmClock: Sendable {
    /// The one clock of the program; its thread is started with the first alarm, and stays.
    static let shared = AlarmClock()

    private struct Alarm {
        let time: ContinuousClock.Instant
        let ring: @Sendable () -> Void
    }

    private struct State {
        var alarms: [Int: Alarm] = [:]
        var set = 0
    }

    private let state = Mutex(State())
    /// Counts the alarms that the thread has not looked at yet.
    private let changes = DispatchSemaphore(value: 0)

    /// Sets an alarm, and gives the number by which it is taken back.
    func set(in duration: Duration, _ ring: @escaping @Sendable () -> Void) -> Int {
        let time = ContinuousClock.now + duration
        let number = state.withLock { state in
            state.alarms[state.set] = Alarm(time: time, ring: ring)
            state.set += 1
            return state.set - 1
        }
        if number == 0 { startThread() }
        changes.signal()
        return number
    }

    /// Takes an alarm back; one that has rung is gone already.
    func cancel(_ number: Int) {
        _ = state.withLock { $0.alarms.removeValue(forKey: number) }
    }

    private func startThread() {
        let thread = Thread { [self] in
            while true {
                let now = ContinuousClock.now
                let (due, next) = state.withLock { state in
                    let due = state.alarms.filter { $0.value.time <= now }
                    for number in due.keys { state.alarms[number] = nil }
                    return (due.values.map(\.ring), state.alarms.values.map(\.time).min())
                }
                for ring in due { ring() }
                if let next {
                    _ = changes.wait(timeout: .now() + Self.seconds(next - now))
                } else {
                    changes.wait()
                }
            }
        }
        thread.name = "periplus.alarms"
        thread.start()
    }

    /// The longest that is slept in one go, in seconds; who waits longer is looked at again then.
    private static let longestSleep = 3600.0

    private static func seconds(_ duration: Duration) -> Double {
        min(longestSleep, duration / .seconds(1))
    }
}
