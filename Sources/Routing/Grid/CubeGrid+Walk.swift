internal import Geodesy

extension CubeGrid {
    /// The part of an arc on one face: its ends, in cells from the corner of the face.
    struct Stretch {
        let x0: Double
        let y0: Double
        let x1: Double
        let y1: Double
    }

    /// Clips the arc between two vectors to a face; nil when it does not come there.
    ///
    /// The slack is how far beyond the edge of the face to go, as a share of the depth.
    @inline(__always)
    static func stretch(
        on face: Face, from start: UnitVector, to end: UnitVector, slack: Double
    ) -> Stretch? {
        let a = face.components(start)
        let b = face.components(end)
        var low = 0.0
        var high = 1.0
        let depthA = a.depth * (1 + slack)
        let depthB = b.depth * (1 + slack)
        // Points of the chord are on the face where these four are not negative.
        guard clip(depthA - a.u, depthB - b.u, &low, &high),
            clip(depthA + a.u, depthB + b.u, &low, &high),
            clip(depthA - a.v, depthB - b.v, &low, &high),
            clip(depthA + a.v, depthB + b.v, &low, &high)
        else { return nil }
        let half = Double(side) / 2
        let depth0 = a.depth + low * (b.depth - a.depth)
        let depth1 = a.depth + high * (b.depth - a.depth)
        guard depth0 > 0, depth1 > 0 else { return nil }
        return Stretch(
            x0: ((a.u + low * (b.u - a.u)) / depth0 + 1) * half,
            y0: ((a.v + low * (b.v - a.v)) / depth0 + 1) * half,
            x1: ((a.u + high * (b.u - a.u)) / depth1 + 1) * half,
            y1: ((a.v + high * (b.v - a.v)) / depth1 + 1) * half)
    }

    @inline(__always)
    private static func clip(
        _ first: Double, _ last: Double, _ low: inout Double, _ high: inout Double
    ) -> Bool {
        if first < 0 {
            if last < 0 { return false }
            low = max(low, first / (first - last))
        } else if last < 0 {
            high = min(high, first / (first - last))
        }
        return low <= high
    }

    /// Visits the cells the arc between two vectors comes through, face by face from the start's.
    ///
    /// `visit` takes a cell, and stops the walk by false; then false is what the walk gives.
    @inline(__always)
    @discardableResult
    static func walk(
        from start: UnitVector, to end: UnitVector, _ visit: (Int) -> Bool
    ) -> Bool {
        let first = face(of: start).index
        let last = face(of: end).index
        for step in 0..<6 {
            let face = Face((first + step) % 6)
            if first == last, step > 0 { break }
            guard let stretch = stretch(on: face, from: start, to: end, slack: 1e-12) else {
                continue
            }
            guard walk(stretch, on: face, visit) else { return false }
        }
        return true
    }

    /// Visits the cells of a stretch.
    ///
    /// After Amanatides and Woo, A fast voxel traversal algorithm for ray tracing (1987).
    @inline(__always)
    private static func walk(
        _ stretch: Stretch, on face: Face, _ visit: (Int) -> Bool
    ) -> Bool {
        var x = clamp(stretch.x0)
        var y = clamp(stretch.y0)
        let lastX = clamp(stretch.x1)
        let lastY = clamp(stretch.y1)
        let dx = stretch.x1 - stretch.x0
        let dy = stretch.y1 - stretch.y0
        let stepX = dx < 0 ? -1 : 1
        let stepY = dy < 0 ? -1 : 1
        let perX = dx == 0 ? Double.infinity : abs(1 / dx)
        let perY = dy == 0 ? Double.infinity : abs(1 / dy)
        var nextX = dx == 0 ? .infinity : (Double(x + (dx < 0 ? 0 : 1)) - stretch.x0) / dx
        var nextY = dy == 0 ? .infinity : (Double(y + (dy < 0 ? 0 : 1)) - stretch.y0) / dy
        var left = abs(lastX - x) + abs(lastY - y)
        while true {
            guard visit(cell(face, x: x, y: y)) else { return false }
            if left == 0 { return true }
            left -= 1
            if (nextX < nextY && x != lastX) || y == lastY {
                x += stepX
                nextX += perX
            } else {
                y += stepY
                nextY += perY
            }
        }
    }
}
