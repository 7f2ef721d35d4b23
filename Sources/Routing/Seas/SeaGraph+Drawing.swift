internal import Foundation
internal import Geodesy

extension SeaGraph {
    /// Arcs shorter than this are drawn as they are: geodesics stray from them by metres.
    private static let shortestStraying = 200_000.0
    /// How long the pieces are by which long arcs are followed, in metres.
    private static let piece = 100_000.0

    /// The positions of a course as drawn, from water to water.
    ///
    /// Courses are found along great circles of the parametric sphere, and drawn as geodesics. Over
    /// thousands of kilometres these stray from one another by some kilometres; where that brings a
    /// geodesic over land, positions are added that keep it to the great circle.
    func line(of course: SeaCourse) -> [Coordinate] {
        let positions = positions(of: course)
        let corners = [-1] + course.nodes.map { nodeCorner[Int($0)] } + [-1]
        guard var last = positions.first else { return [] }
        var line = [last.parametricCoordinate]
        for index in positions.indices.dropFirst() {
            let position = positions[index]
            let metres = last.metres(to: position)
            if metres > Self.shortestStraying,
                index == 1 || index > course.nodes.count
                    || !isLink(course.nodes[index - 2], course.nodes[index - 1]),
                strays(from: last, to: position, metres, corners[index - 1], corners[index])
            {
                let pieces = Int((metres / Self.piece).rounded(.up))
                let angle = last.angle(to: position)
                for number in 1..<pieces {
                    let share = Double(number) / Double(pieces)
                    line.append(
                        last.between(position, angle: angle, at: share).parametricCoordinate)
                }
            }
            line.append(position.parametricCoordinate)
            last = position
        }
        return line
    }

    /// How much longer the stretches of links on a course are by their sources than their lines, in metres.
    func lengthBeyondLine(of course: SeaCourse) -> Double {
        zip(course.nodes, course.nodes.dropFirst()).reduce(0) { sum, pair in
            let stretch = stretches[pair.0]?.first { $0.node == pair.1 }
            let line = nodes[Int(pair.0)].metres(to: nodes[Int(pair.1)])
            return sum + max(0, (stretch?.metres ?? 0) - line)
        }
    }

    /// Whether two nodes follow one another on a link, whose line is drawn as the table has it.
    private func isLink(_ node: Int32, _ other: Int32) -> Bool {
        stretches[node]?.contains { $0.node == other } ?? false
    }

    /// Whether the geodesic between two positions crosses a shore, which the arc does not.
    private func strays(
        from start: UnitVector, to end: UnitVector, _ metres: Double, _ from: Int32, _ to: Int32
    ) -> Bool {
        let pieces = Int((metres / Self.piece).rounded(.up))
        let waypoints = Ellipsoid.wgs84.waypoints(
            at: (1..<pieces).map { Double($0) / Double(pieces) },
            from: start.parametricCoordinate, to: end.parametricCoordinate)
        var last = start
        for (index, position) in (waypoints.map(UnitVector.init(parametric:)) + [end]).enumerated()
        {
            let isClear = shores.isClear(
                last, position, from: index == 0 ? Int(from) : -1,
                to: index == pieces - 1 ? Int(to) : -1)
            if !isClear { return true }
            last = position
        }
        return false
    }
}

extension UnitVector {
    /// The position at a share of the arc to another vector, which is an angle in radians away.
    fileprivate func between(_ other: UnitVector, angle: Double, at share: Double) -> UnitVector {
        let one = sin((1 - share) * angle)
        let two = sin(share * angle)
        return UnitVector(
            normalising: one * x + two * other.x, one * y + two * other.y, one * z + two * other.z)
    }
}
