internal import Geodesy
internal import Routing

extension Leg {
    /// Takes the course of a pipeline or railway.
    mutating func follow(_ course: PlannedLeg) {
        lines = course.drawnParts()
        geodesic = course.geodesic
        range = course.range
        passages = course.passages
        method = course.method
        isSchematic = course.isSchematic
    }
}
