internal import Geodesy

/// What the near shores hide from a position: for each direction, how far out nothing is seen any more.
///
/// Only what a shore hides beyond doubt is hidden; the rest is for `ShoreIndex.isClear` to decide. So
/// the two together give what `isClear` gives alone, with few of its walks.
struct Horizon {
    /// Directions told apart.
    private static let sectors = 2_048
    /// How far shores are looked at, as a chord: some 300 km.
    private static let reach = 0.047
    /// The cosine of that.
    private static let nearest = 1 - reach * reach / 2
    /// The cosine of how far positions may be hidden, well before the other side of the globe.
    private static let farthest = -0.85

    private let position: UnitVector
    private let east: UnitVector
    private let north: UnitVector
    /// The cosine of the distance beyond which a sector is hidden; -1 where it is open.
    private var hidden = [Double](repeating: -1, count: sectors)

    /// The horizon of a position on the water.
    init(from position: UnitVector, shores: ShoreIndex) {
        self.position = position
        // Any two directions square to the position and to each other will do.
        east =
            abs(position.z) < 0.9
            ? UnitVector(normalising: -position.y, position.x, 0)
            : UnitVector(normalising: 0, -position.z, position.y)
        north = position.cross(east)
        for stretch in shores.stretches where stretch.comes(within: Self.reach, of: position) {
            look(along: stretch, of: shores)
        }
    }

    /// Whether a shore hides a position beyond doubt.
    @inline(__always)
    func hides(_ other: UnitVector) -> Bool {
        let cosine = position.dot(other)
        guard cosine > Self.farthest else { return false }
        let direction = direction(of: other)
        let sector = Int(direction)
        let share = direction - Double(sector)
        // Between two sectors rounding would decide.
        guard share > 1e-6, share < 1 - 1e-6, sector < Self.sectors else { return false }
        return cosine < hidden[sector] - 1e-12
    }

    /// A number that grows with the azimuth, in sectors: the way around a square, not a circle.
    @inline(__always)
    private func direction(of other: UnitVector) -> Double {
        let u = east.dot(other)
        let v = north.dot(other)
        let quarter = v / (abs(u) + abs(v))
        let around = u < 0 ? 2 - quarter : (v < 0 ? 4 + quarter : quarter)
        return around * Double(Self.sectors / 4)
    }

    /// Follows a shore; a sector that it runs all across is hidden behind it.
    private mutating func look(along stretch: ShoreStretch, of shores: ShoreIndex) {
        var run = Run()
        var start: Point?
        for edge in stretch.corners {
            let corner = shores.corners[edge]
            let end = shores.corners[Int(shores.next[edge])]
            let endCosine = position.dot(end)
            guard endCosine > Self.nearest, position.dot(corner) > Self.nearest else {
                start = nil
                continue
            }
            let point = Point(direction: direction(of: end), cosine: endCosine)
            if let start {
                follow(from: start, to: point, &run)
            } else {
                run.way = 0
                follow(
                    from: Point(direction: direction(of: corner), cosine: position.dot(corner)),
                    to: point, &run)
            }
            start = point
        }
    }

    private mutating func follow(from start: Point, to end: Point, _ run: inout Run) {
        let sectors = Self.sectors
        var turn = end.direction - start.direction
        if turn > Double(sectors / 2) { turn -= Double(sectors) }
        if turn < -Double(sectors / 2) { turn += Double(sectors) }
        // Straight through the position, or on a line with it.
        guard abs(turn) < 0.49 * Double(sectors), abs(turn) > 1e-9 else {
            run.way = 0
            return
        }
        let way = turn > 0 ? 1 : -1
        // An edge is nowhere farther than the farther of its ends.
        let cosine = min(start.cosine, end.cosine)
        if run.way != way { run = Run(way: way, isWhole: false, cosine: cosine) }
        run.cosine = min(run.cosine, cosine)
        var sector = Int(start.direction) % sectors
        let last = Int(end.direction) % sectors
        while sector != last {
            if run.isWhole { hidden[sector] = max(hidden[sector], run.cosine) }
            sector = (sector + way + sectors) % sectors
            run.isWhole = true
            run.cosine = cosine
        }
    }

    private struct Point {
        /// As `direction(of:)` gives it.
        var direction: Double
        /// Of its distance.
        var cosine: Double
    }

    /// A shore that goes one way round, as far as the sector it has come to.
    private struct Run {
        /// 1 or -1; 0 before it has begun.
        var way = 0
        /// Whether it came into the sector from the one before.
        var isWhole = false
        /// The cosine of its farthest point in the sector.
        var cosine = 1.0
    }
}
