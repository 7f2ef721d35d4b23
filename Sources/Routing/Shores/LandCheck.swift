#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import Geodesy

/// Measures how far legs by sea run over land, against shores more detailed than those they were found on.
///
/// A maintainers' tool. Links (canals, rivers) and the gaps between inland ends and the water are not
/// counted. Geodesics are followed as arcs of 20 km at most.
public struct LandCheck: Sendable {
    private let shores: ShoreIndex
    private let linkLines: Set<[PackedPosition]>

    /// A check against a file of shores, made by `Scripts/import-shores.py --whole`.
    ///
    /// - Throws: `RoutingError.graphUnreadable`.
    public init(shores file: URL, links planner: LegPlanner) throws(RoutingError) {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .graphUnreadable(path: file.path, reason: "no such file")
        }
        shores = ShoreIndex(rings: try ShoreFile(data).rings)
        var lines: Set<[PackedPosition]> = []
        for link in planner.seas?.links ?? [] {
            for (one, two) in zip(link.line, link.line.dropFirst()) {
                lines.insert([one, two])
                lines.insert([two, one])
            }
        }
        linkLines = lines
    }

    /// A stretch of a leg over land.
    public struct Run: Sendable, Hashable {
        /// How long it is.
        public var length: Distance
        /// Where it begins.
        public var start: Coordinate
    }

    /// The longest stretch of a leg over land; nil when there is none.
    public func longestRun(of leg: PlannedLeg) -> Run? {
        var longest: Run?
        var current: Run?
        func close() {
            if let run = current, run.length > longest?.length ?? .zero { longest = run }
            current = nil
        }
        let line = leg.line.coordinates
        for (index, (start, end)) in zip(line, line.dropFirst()).enumerated() {
            let isGap =
                index == 0 && leg.startGap > .zero
                || index == line.count - 2 && leg.endGap > .zero
            if isGap || linkLines.contains([PackedPosition(start), PackedPosition(end)]) {
                close()
                continue
            }
            let length = Ellipsoid.wgs84.distance(from: start, to: end)
            let steps = max(1, Int((length.kilometres / 20).rounded(.up)))
            let points =
                [start]
                + Ellipsoid.wgs84.waypoints(
                    at: (1..<max(steps, 1)).map { Double($0) / Double(steps) }, from: start, to: end
                ) + [end]
            for (from, to) in zip(points, points.dropFirst()) {
                for piece in pieces(from: from, to: to) {
                    guard piece.isLand else {
                        close()
                        continue
                    }
                    var run = current ?? Run(length: .zero, start: piece.start)
                    run.length += piece.length
                    current = run
                }
            }
        }
        close()
        return longest
    }

    private struct Piece {
        var isLand: Bool
        var start: Coordinate
        var length: Distance
    }

    /// A short arc in pieces that lie on land or on water.
    private func pieces(from start: Coordinate, to end: Coordinate) -> [Piece] {
        let from = UnitVector(parametric: start)
        let to = UnitVector(parametric: end)
        let length = Ellipsoid.wgs84.distance(from: start, to: end)
        var pieces: [Piece] = []
        var last = 0.0
        for share in shores.crossings(from: from, to: to) + [1] where share > last {
            // Asked in the middle: the ends may be corners of the shore itself.
            let middle = Ellipsoid.wgs84.position(at: (last + share) / 2, from: start, to: end)
            pieces.append(
                Piece(
                    isLand: shores.isLand(UnitVector(parametric: middle)),
                    start: Ellipsoid.wgs84.position(at: last, from: start, to: end),
                    length: Distance(metres: (share - last) * length.metres)))
            last = share
        }
        return pieces
    }
}

extension ShoreIndex {
    /// Where a short arc crosses shores: shares of its length from 0 to 1, in order.
    func crossings(from start: UnitVector, to end: UnitVector) -> [Double] {
        let normal = start.cross(end)
        var edges: Set<Int32> = []
        CubeGrid.walk(from: start, to: end) { cell in
            edges.formUnion(grid.edges[Int(grid.start[cell])..<Int(grid.start[cell + 1])])
            return true
        }
        return edges.compactMap { edge in
            let (c, d) = (corners[Int(edge)], corners[Int(next[Int(edge)])])
            guard (normal.dot(c) > 0) != (normal.dot(d) > 0) else { return nil }
            let shore = c.cross(d)
            let (before, after) = (shore.dot(start), shore.dot(end))
            guard (before > 0) != (after > 0), start.dot(c) + end.dot(d) > 0 else { return nil }
            return before / (before - after)
        }.sorted()
    }
}
