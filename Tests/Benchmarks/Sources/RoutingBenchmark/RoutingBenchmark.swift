import CGeodesicLoop
import Foundation
import Geodesy
import Routing

/// Times the opening of the graph, legs by sea one by one, and geodesics against a loop in C.
///
/// usage: RoutingBenchmark GRAPH PAIRS POSITIONS; PAIRS has "lat,lon TAB lat,lon" a line, POSITIONS "lat,lon".
/// All times are processor time of one thread, in milliseconds. Prints one JSON object.
@main
enum RoutingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            FileHandle.standardError.write(
                Data("usage: RoutingBenchmark GRAPH PAIRS POSITIONS\n".utf8))
            exit(64)
        }
        let graph = URL(fileURLWithPath: arguments[1])
        let pairs = try lines(arguments[2]).map { line in
            try line.split(separator: "\t").map { try Coordinate(parsing: String($0)) }
        }
        let positions = try lines(arguments[3]).map { try Coordinate(parsing: String($0)) }

        var opening: [Double] = []
        for _ in 0..<10 { opening.append(try time { _ = try LegPlanner(graph: graph) }) }
        let planner = try LegPlanner(graph: graph)
        var failed = 0
        let queries = pairs.map { pair in
            time {
                if (try? planner.plan(from: pair[0], to: pair[1], mode: .sea)) == nil {
                    failed += 1
                }
            }
        }
        let geodesics = geodesics(positions)
        print(
            """
            {"geodesic_c_ns": \(geodesics.c), "geodesic_ns": \(geodesics.swift), \
            "matrix_c_ms": \(rounded(geodesics.whole)), "opening_ms": \(share(0.5, opening)), \
            "pairs": \(pairs.count), "pairs_without_leg": \(failed), \
            "query_ms": {"mean": \(rounded(queries.reduce(0, +) / Double(max(queries.count, 1)))), \
            "p50": \(share(0.5, queries)), "p95": \(share(0.95, queries))}}
            """)
    }

    /// Nanoseconds a geodesic through `Ellipsoid` and in C, over the same positions in turns, the best
    /// of five each; and milliseconds for all of them in C.
    private static func geodesics(
        _ positions: [Coordinate]
    ) -> (swift: Double, c: Double, whole: Double) {
        let flat = positions.flatMap { [$0.latitude, $0.longitude] }
        let some = Array(positions.prefix(500))
        let count = Double(some.count * some.count)
        var (swift, c) = (Double.infinity, Double.infinity)
        var sums = (0.0, 0.0)
        for _ in 0..<5 {
            swift = min(
                swift,
                time {
                    var sum = 0.0
                    for from in some {
                        for to in some {
                            sum += Ellipsoid.wgs84.distance(from: from, to: to).metres
                        }
                    }
                    sums.0 = sum
                })
            c = min(c, time { sums.1 = geodesic_loop(flat, some.count) })
        }
        precondition(sums.0 == sums.1, "the two loops measure the same")
        let whole = time { sums.1 = geodesic_loop(flat, positions.count) }
        return (rounded(swift * 1e6 / count), rounded(c * 1e6 / count), whole)
    }

    private static func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let start = clock()
        try work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1_000
    }

    private static func share(_ share: Double, _ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return rounded(sorted[Int(share * Double(sorted.count - 1))])
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
