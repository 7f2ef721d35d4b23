internal import Geodesy

/// Finds room for labels: each beside its mark where it meets no other label, mark or line.
struct LabelPlacer {
    /// A box on the sheet, in pixels, y downwards.
    struct Box {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        /// Whether a stroke crosses the box: clipped to it side by side (Liang and Barsky, 1984), something is left.
        func meets(_ start: PlanePoint, _ end: PlanePoint) -> Bool {
            var (from, to) = (0.0, 1.0)
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let sides = [
                (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top),
                (dy, bottom - start.y),
            ]
            for (along, room) in sides {
                if along == 0 {
                    if room < 0 { return false }
                } else if along < 0 {
                    from = max(from, room / along)
                } else {
                    to = min(to, room / along)
                }
                if from > to { return false }
            }
            return true
        }
    }

    /// Where a label goes: the base line's start, middle or end, and which of them the point is.
    struct Spot {
        var point: PlanePoint
        var anchor: String
        var box: Box
    }

    private let sheet: Box
    private var taken: [Box] = []
    private var strokes: [(PlanePoint, PlanePoint)] = []

    init(width: Double, height: Double) {
        sheet = Box(left: 3, top: 3, right: width - 3, bottom: height - 3)
    }

    /// Keeps labels off a box.
    mutating func avoid(_ box: Box) { taken.append(box) }

    /// Keeps labels off a line, where there is a choice.
    mutating func avoid(line: [PlanePoint]) {
        strokes += zip(line, line.dropFirst())
    }

    /// Whether a box meets no label, mark or other box.
    func isFree(_ box: Box) -> Bool { !taken.contains { $0.meets(box) } }

    /// A spot beside a mark of some radius for a label of some width; nil when there is no room.
    mutating func place(at mark: PlanePoint, radius: Double, width: Double, size: Double) -> Spot? {
        let gap = radius + 4
        let candidates = [
            (mark.x + gap, mark.y + size * 0.35, "start"),
            (mark.x - gap, mark.y + size * 0.35, "end"),
            (mark.x, mark.y - gap - 1, "middle"), (mark.x, mark.y + gap + size * 0.8, "middle"),
            (mark.x + gap * 0.8, mark.y - gap * 0.7, "start"),
            (mark.x - gap * 0.8, mark.y - gap * 0.7, "end"),
            (mark.x + gap * 0.8, mark.y + gap * 0.7 + size * 0.7, "start"),
            (mark.x - gap * 0.8, mark.y + gap * 0.7 + size * 0.7, "end"),
        ].map { spot(x: $0.0, y: $0.1, anchor: $0.2, width: width, size: size) }
        let free = candidates.filter { spot in
            isOnSheet(spot.box) && !taken.contains { $0.meets(spot.box) }
        }
        let best =
            free.first { spot in !strokes.contains { spot.box.meets($0.0, $0.1) } } ?? free.first
        if let best { taken.append(best.box) }
        return best
    }

    private func isOnSheet(_ box: Box) -> Bool {
        box.left >= sheet.left && box.right <= sheet.right && box.top >= sheet.top
            && box.bottom <= sheet.bottom
    }

    private func spot(x: Double, y: Double, anchor: String, width: Double, size: Double) -> Spot {
        let left = anchor == "start" ? x : anchor == "end" ? x - width : x - width / 2
        return Spot(
            point: PlanePoint(x: x, y: y), anchor: anchor,
            box: Box(left: left, top: y - size * 0.85, right: left + width, bottom: y + size * 0.25)
        )
    }
}
