internal import Foundation
internal import Geodesy

extension CubeGrid {
    /// All cells an arc comes through or near (a thousandth of a cell), for entering shores in the grid.
    static func cover(from start: UnitVector, to end: UnitVector) -> Set<Int> {
        var cells: Set<Int> = []
        for index in 0..<6 {
            let face = Face(index)
            guard let stretch = stretch(on: face, from: start, to: end, slack: 1e-5) else {
                continue
            }
            let pad = 1e-3
            let low = clamp(min(stretch.y0, stretch.y1) - pad)
            let high = clamp(max(stretch.y0, stretch.y1) + pad)
            for row in low...high {
                let (left, right) = columns(
                    of: stretch, from: Double(row) - pad, to: Double(row + 1) + pad)
                for column in clamp(left - pad)...clamp(right + pad) {
                    cells.insert(cell(face, x: column, y: row))
                }
            }
        }
        return cells
    }

    /// The range of columns of a stretch between two rows.
    private static func columns(
        of stretch: Stretch, from bottom: Double, to top: Double
    ) -> (Double, Double) {
        let dy = stretch.y1 - stretch.y0
        guard abs(dy) > 1e-9 else {
            return (min(stretch.x0, stretch.x1), max(stretch.x0, stretch.x1))
        }
        let one = max(0, min(1, (bottom - stretch.y0) / dy))
        let two = max(0, min(1, (top - stretch.y0) / dy))
        let dx = stretch.x1 - stretch.x0
        let a = stretch.x0 + one * dx
        let b = stretch.x0 + two * dx
        return (min(a, b), max(a, b))
    }
}
