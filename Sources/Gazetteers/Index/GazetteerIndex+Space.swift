internal import Geodesy

/// The look-up of places by position.
extension GazetteerIndex {
    /// Calls back with the places of the cells of one degree that a circle may touch.
    func forEachPlace(
        near position: Coordinate, within radius: Distance, _ body: (_ place: Int) -> Void
    ) {
        let offsets = section(.cellOffsets)
        let members = section(.cellPlaces)
        // A degree of latitude is at least 110.5 km (WGS 84).
        let reach = radius.kilometres / 110.5
        let south = max(-90, position.latitude - reach)
        let north = min(90, position.latitude + reach)
        let widest = max(abs(south), abs(north))
        let cosine = SpaceGrid.cosine(ofDegrees: widest)
        let span = cosine * 180 > reach ? reach / cosine : 180
        for row in SpaceGrid.row(of: south)...SpaceGrid.row(of: north) {
            let first = Int((position.longitude - span + 180).rounded(.down))
            let last = Int((position.longitude + span + 180).rounded(.down))
            for column in first...min(last, first + SpaceGrid.columns - 1) {
                let wrapped = (column % SpaceGrid.columns + SpaceGrid.columns) % SpaceGrid.columns
                let cell = row * SpaceGrid.columns + wrapped
                let start = Int(offsets.u32(at: cell * 4))
                let end = min(Int(offsets.u32(at: cell * 4 + 4)), members.count / 4)
                var index = start
                while index < end {
                    body(Int(members.u32(at: index * 4)))
                    index += 1
                }
            }
        }
    }
}
