internal import Geodesy
internal import Routing

/// What the planner found, as far as a leg keeps it.
struct DrawnLine {
    var lines: [LineString]
    var drawn: Distance?
    var sailing: Distance?
    var range: ClosedRange<Distance>?
    var passages: [String] = []
    var method: String
    var isSchematic = true
    var roadSource: String?
    /// The longest stretch of water between the ends of a way over land.
    var waterBetween: Distance?

    init(lines: [LineString], method: String) {
        self.lines = lines
        self.method = method
    }

    init(_ planned: PlannedLeg) {
        lines = planned.drawnParts()
        drawn = planned.drawn
        sailing = planned.sailing
        range = planned.range
        passages = planned.passages
        method = planned.method
        isSchematic = planned.isSchematic
        roadSource = planned.roadSource
        waterBetween = planned.waterBetween
        for (side, gap) in [("start", planned.startGap), ("end", planned.endGap)]
        where gap.kilometres >= 1 {
            method += "; joined \(Int(gap.kilometres.rounded())) km from the \(side)"
        }
    }
}
