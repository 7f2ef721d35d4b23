internal import Geodesy

/// A grid of cells over the sphere: six faces of a cube around it, each seen from the centre.
///
/// Great circles are straight lines on each face (the gnomonic projection), so the cells an arc comes
/// through are found exactly, without an antimeridian or a pole.
enum CubeGrid {
    /// Cells along one edge of a face; one is some 25 km wide.
    static let side = 400
    /// The number of all cells.
    static let count = 6 * side * side

    /// A face: the axis it stands on, in 0...2, and on which side.
    struct Face {
        let axis: Int
        let sign: Double
        let index: Int

        init(_ index: Int) {
            self.index = index
            axis = index / 2
            sign = index.isMultiple(of: 2) ? 1 : -1
        }

        /// The components of a vector: towards the face, and along its two directions.
        @inline(__always)
        func components(_ vector: UnitVector) -> (depth: Double, u: Double, v: Double) {
            switch axis {
            case 0: (sign * vector.x, vector.y, vector.z)
            case 1: (sign * vector.y, vector.z, vector.x)
            default: (sign * vector.z, vector.x, vector.y)
            }
        }

        /// The vector of a point of the face, in cells from its corner.
        func vector(x: Double, y: Double) -> UnitVector {
            let u = 2 * x / Double(side) - 1
            let v = 2 * y / Double(side) - 1
            return switch axis {
            case 0: UnitVector(normalising: sign, u, v)
            case 1: UnitVector(normalising: v, sign, u)
            default: UnitVector(normalising: u, v, sign)
            }
        }
    }

    /// The face a vector comes through.
    @inline(__always)
    static func face(of vector: UnitVector) -> Face {
        let x = abs(vector.x)
        let y = abs(vector.y)
        let z = abs(vector.z)
        if x >= y, x >= z { return Face(vector.x > 0 ? 0 : 1) }
        return y >= z ? Face(vector.y > 0 ? 2 : 3) : Face(vector.z > 0 ? 4 : 5)
    }

    /// The cell of a vector, in 0..<count.
    static func cell(of vector: UnitVector) -> Int {
        let face = face(of: vector)
        let (depth, u, v) = face.components(vector)
        return cell(
            face, x: clamp((u / depth + 1) / 2 * Double(side)),
            y: clamp((v / depth + 1) / 2 * Double(side)))
    }

    /// The middle of a cell.
    static func middle(of cell: Int) -> UnitVector {
        let face = Face(cell / (side * side))
        let rest = cell % (side * side)
        return face.vector(x: Double(rest % side) + 0.5, y: Double(rest / side) + 0.5)
    }

    @inline(__always)
    static func cell(_ face: Face, x: Int, y: Int) -> Int {
        (face.index * side + y) * side + x
    }

    @inline(__always)
    static func clamp(_ value: Double) -> Int {
        max(0, min(side - 1, Int(value)))
    }
}
