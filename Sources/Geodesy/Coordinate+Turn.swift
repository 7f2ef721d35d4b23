extension Coordinate {
    /// The change of longitude to another position the short way round, in degrees, in [-180, 180].
    public func shortTurn(to other: Coordinate) -> Double {
        let turn = (other.longitude - longitude).truncatingRemainder(dividingBy: 360)
        if turn > 180 { return turn - 360 }
        return turn < -180 ? turn + 360 : turn
    }
}
