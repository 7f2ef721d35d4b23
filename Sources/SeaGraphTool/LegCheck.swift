internal import Foundation
internal import Geodesy
internal import Routing

/// Plans the legs between pairs of positions and tells what is wrong with them.
struct LegCheck {
    private let planner: LegPlanner
    private let opening: Double
    private let pairs: [(start: Coordinate, end: Coordinate)]

    /// A check of a graph on a file of pairs, "lat,lon TAB lat,lon" a line.
    init(graph: String, pairs: String) throws {
        let start = Self.processorTime()
        planner = try LegPlanner(graph: URL(fileURLWithPath: graph))
        opening = Self.processorTime() - start
        self.pairs = try String(contentsOfFile: pairs, encoding: .utf8).split(separator: "\n")
            .map { line in
                let ends = line.split(separator: "\t")
                guard ends.count == 2 else { throw CocoaError(.fileReadCorruptFile) }
                return (
                    try Coordinate(parsing: String(ends[0])),
                    try Coordinate(parsing: String(ends[1]))
                )
            }
    }

    /// Tells the longest stretches over land, and returns the longest.
    func run(shores: String) throws -> Distance {
        let check = try LandCheck(shores: URL(fileURLWithPath: shores), links: planner)
        var runs: [(run: LandCheck.Run, pair: Int)] = []
        for (index, pair) in pairs.enumerated() {
            do {
                let leg = try planner.plan(from: pair.start, to: pair.end, mode: .sea)
                if let run = check.longestRun(of: leg) { runs.append((run, index)) }
            } catch {
                SeaGraphTool.tell("pair \(index + 1): \(error)")
            }
        }
        runs.sort { $0.run.length > $1.run.length }
        for limit in [1.0, 2, 5] {
            let count = runs.count { $0.run.length.kilometres > limit }
            SeaGraphTool.say(
                "\(count) of \(pairs.count) legs with more than \(Int(limit)) km over land")
        }
        for (run, pair) in runs.prefix(20) {
            SeaGraphTool.say(
                "pair \(pair + 1): \(run.length.kilometres) km at \(run.start.latitude),\(run.start.longitude)"
            )
        }
        return runs.first?.run.length ?? .zero
    }

    /// Writes `nmi` (sailing), `geometry_nmi` (drawn), `passages` and `line` (longitude, latitude) of each
    /// pair, or the reason why there is no leg.
    func measure() throws {
        for pair in pairs {
            do {
                let leg = try planner.plan(from: pair.start, to: pair.end, mode: .sea)
                let names = leg.passages.map { "\"\($0)\"" }.joined(separator: ",")
                let line = leg.line.coordinates.map { "[\($0.longitude),\($0.latitude)]" }
                    .joined(separator: ",")
                SeaGraphTool.say(
                    "{\"nmi\":\(leg.sailing?.nauticalMiles ?? 0),"
                        + "\"geometry_nmi\":\(leg.drawn?.nauticalMiles ?? 0),"
                        + "\"passages\":[\(names)],\"line\":[\(line)]}")
            } catch {
                SeaGraphTool.say("{\"error\":\"\(error)\"}")
            }
        }
    }

    /// Tells how long opening and planning take, in milliseconds of processor time.
    func time() throws {
        var times: [Double] = []
        for pair in pairs {
            let start = Self.processorTime()
            _ = try? planner.plan(from: pair.start, to: pair.end, mode: .sea)
            times.append(Self.processorTime() - start)
        }
        times.sort()
        SeaGraphTool.say("opening \(opening) ms")
        for share in [0.5, 0.9, 0.95, 0.99] where !times.isEmpty {
            let time = times[Int(share * Double(times.count - 1))]
            SeaGraphTool.say("p\(Int(share * 100)) \(time) ms")
        }
    }

    private static func processorTime() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC) * 1_000
    }
}
