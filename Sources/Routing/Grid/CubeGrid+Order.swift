internal import Geodesy

extension CubeGrid {
    /// The place of a position's cell on a curve that fills each face and keeps near cells together.
    ///
    /// After D. Hilbert, Mathematische Annalen 38, 1891, 459-460.
    static func order(of position: UnitVector) -> Int {
        let cell = cell(of: position)
        var x = cell % side
        var y = cell / side % side
        var size = 1
        while size < side { size *= 2 }
        let last = size - 1
        var order = 0
        var half = size / 2
        while half > 0 {
            let right = x & half > 0 ? 1 : 0
            let upper = y & half > 0 ? 1 : 0
            order += half * half * ((3 * right) ^ upper)
            if upper == 0 {
                if right == 1 { (x, y) = (last - x, last - y) }
                (x, y) = (y, x)
            }
            half /= 2
        }
        return cell / (side * side) * size * size + order
    }
}
