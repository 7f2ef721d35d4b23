import Foundation
import Gazetteers

/// Times the gazetteer: opening it, all candidates of a name, n-grams tested against all names.
///
/// usage: GazetteerBenchmark GAZETTEER NAMES; NAMES has one name a line. Prints one JSON object.
@main
enum GazetteerBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: GazetteerBenchmark GAZETTEER NAMES\n".utf8))
            exit(64)
        }
        let url = URL(fileURLWithPath: arguments[1])
        let names = try String(contentsOfFile: arguments[2], encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let clock = ContinuousClock()
        var opening: [Double] = []
        for _ in 0..<20 {
            let time = try clock.measure { _ = try Gazetteer(at: url) }
            opening.append(milliseconds(time))
        }
        let gazetteer = try Gazetteer(at: url)
        var candidates = 0
        for name in names { candidates += gazetteer.matches(for: name).count }
        var lookUps: [Double] = []
        for _ in 0..<5 {
            for name in names {
                let time = clock.measure { candidates &+= gazetteer.matches(for: name).count }
                lookUps.append(milliseconds(time) * 1_000)
            }
        }
        let grams = (0..<2_000).map { NameFolding.bytes("\(names[$0 % names.count]) \($0 % 7)") }
        var tests: [Double] = []
        var found = 0
        for _ in 0..<50 {
            let time = clock.measure {
                for gram in grams where gazetteer.test(foldedUTF8: gram).isName { found += 1 }
            }
            tests.append(milliseconds(time))
        }
        print(
            """
            {"candidates_a_name": \(Double(candidates) / Double(names.count * 6)), \
            "look_up_us": {"p50": \(share(0.5, lookUps)), "p99": \(share(0.99, lookUps))}, \
            "names": \(names.count), "ngrams_found": \(found / 50), \
            "opening_ms": \(share(0.5, opening)), "two_thousand_ngrams_ms": \(share(0.5, tests))}
            """)
    }

    private static func milliseconds(_ time: Duration) -> Double {
        Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1_000
    }

    private static func share(_ share: Double, _ values: [Double]) -> Double {
        let sorted = values.sorted()
        return (sorted[Int(share * Double(sorted.count - 1))] * 1_000).rounded() / 1_000
    }
}
