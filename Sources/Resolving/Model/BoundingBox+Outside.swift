internal import Geodesy

extension BoundingBox {
    /// How far a position lies outside the box, in degrees of latitude or longitude, the greater of the two; 0 inside.
    func degreesOutside(_ position: Coordinate) -> Double {
        let north = max(0, south - position.latitude, position.latitude - self.north)
        guard !crossesAntimeridian else { return north }
        return max(north, west - position.longitude, position.longitude - east)
    }
}
