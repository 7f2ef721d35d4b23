internal import CoreMetrics
internal import Foundation
internal import Synchronization

/// Keeps metrics of swift-metrics, and tells them in the text format of Prometheus 0.0.4.
final class PrometheusMetrics: MetricsFactory {
    private let series = Mutex<[Key: PrometheusSeries]>([:])

    private struct Key: Hashable {
        let label: String
        let dimensions: [String]
    }

    /// All metrics as text, in the order of their names.
    var text: String {
        let all = series.withLock { $0 }.sorted {
            ($0.key.label, $0.key.dimensions.joined()) < ($1.key.label, $1.key.dimensions.joined())
        }
        var text = ""
        var told = ""
        for (key, item) in all {
            if key.label != told {
                told = key.label
                text += "# TYPE \(key.label) \(item.kind.rawValue)\n"
            }
            text += item.lines(key.label, key.dimensions)
        }
        return text
    }

    private func made(
        _ label: String, _ dimensions: [(String, String)], _ kind: PrometheusSeries.Kind
    ) -> PrometheusSeries {
        let key = Key(
            label: label, dimensions: dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" })
        return series.withLock { series in
            if let known = series[key] { return known }
            let new = PrometheusSeries(kind)
            series[key] = new
            return new
        }
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        made(label, dimensions, .counter)
    }

    func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        made(label, dimensions, aggregate ? .histogram : .gauge)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        made(label, dimensions, .gauge)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        made(label, dimensions, .histogram)
    }

    // Nothing is forgotten while the service runs: the labels are few.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}

/// One metric with its labels.
final class PrometheusSeries: CounterHandler, RecorderHandler, MeterHandler, TimerHandler {
    enum Kind: String {
        case counter, gauge, histogram
    }

    let kind: Kind
    private let state = Mutex(State())

    private struct State {
        var value = 0.0
        var count = 0
        var buckets = [Int](repeating: 0, count: bounds.count)
    }

    /// Upper bounds of the buckets, in seconds.
    private static let bounds = [
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300,
    ]

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// The lines of the series.
    func lines(_ label: String, _ dimensions: [String]) -> String {
        let state = state.withLock { $0 }
        func line(_ suffix: String, _ more: [String], _ value: String) -> String {
            let labels = (dimensions + more).joined(separator: ",")
            return "\(label)\(suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
        }
        guard kind == .histogram else { return line("", [], "\(state.value)") }
        return zip(Self.bounds, state.buckets).map {
            line("_bucket", ["le=\"\($0)\""], "\($1)")
        }.joined() + line("_bucket", ["le=\"+Inf\""], "\(state.count)")
            + line("_sum", [], "\(state.value)") + line("_count", [], "\(state.count)")
    }

    func increment(by amount: Int64) { increment(by: Double(amount)) }
    func increment(by amount: Double) { state.withLock { $0.value += amount } }
    func decrement(by amount: Double) { state.withLock { $0.value -= amount } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.value = value } }
    func reset() { state.withLock { $0 = State() } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double) {
        guard kind == .histogram else { return set(value) }
        state.withLock { state in
            state.value += value
            state.count += 1
            for (index, bound) in Self.bounds.enumerated() where value <= bound {
                state.buckets[index] += 1
            }
        }
    }
}
