internal import Foundation
internal import Synchronization

/// Things that are costly to make and that one thread at a time may use, kept a while for whoever is next.
///
/// What nobody has wanted for so long is let go, so that after a rush no more is kept than is used.
package final class IdlePool<Element: Sendable>: Sendable {
    private struct Idle {
        let element: Element
        let since: ContinuousClock.Instant
    }

    private struct State {
        /// The one put back last stands last.
        var idle: [Idle] = []
        var willTrim = false
    }

    private let state = Mutex(State())
    private let patience: Duration

    /// An empty pool that keeps things as long as is said.
    package init(patience: Duration = .seconds(30)) {
        self.patience = patience
    }

    /// How many things wait to be used.
    package var count: Int { state.withLock { $0.idle.count } }

    /// The one put back last, as its memory is the warmest; nil where all are in use.
    package func take() -> Element? { state.withLock { $0.idle.popLast()?.element } }

    /// Puts one back.
    package func put(_ element: Element) {
        let isFirst = state.withLock { state in
            state.idle.append(Idle(element: element, since: .now))
            defer { state.willTrim = true }
            return !state.willTrim
        }
        if isFirst { trim(in: patience) }
    }

    private func trim(in delay: Duration) {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + delay / .seconds(1)) {
            [weak self] in self?.trim(at: .now)
        }
    }

    /// Lets go what has not been wanted for long enough by then.
    func trim(at now: ContinuousClock.Instant) {
        let (gone, wait) = state.withLock { state in
            let first = state.idle.firstIndex { now - $0.since < patience } ?? state.idle.count
            let gone = state.idle[..<first].map(\.element)
            state.idle.removeFirst(first)
            state.willTrim = !state.idle.isEmpty
            return (gone, state.idle.first.map { patience - (now - $0.since) })
        }
        // Freed out here, where it keeps nobody waiting.
        withExtendedLifetime(gone) {}
        if let wait { trim(in: wait) }
    }
}
