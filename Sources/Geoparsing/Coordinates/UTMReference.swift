internal import Geodesy

/// A position in the Universal Transverse Mercator grid, on the WGS 84 ellipsoid: "33U 391545 5820065".
///
/// The letter is the band of latitude (NGA.STND.0037, 2014), or N or S for the half of the Earth where the band of that
/// letter does not fit the northing.
struct UTMReference: Sendable {
    let coordinate: Coordinate

    /// A reference from its parts; nil when there is no such place.
    ///
    /// - Parameters:
    ///   - zone: 1...60.
    ///   - letter: the letter behind the zone.
    ///   - easting: metres, 500,000 on the zone's middle meridian.
    ///   - northing: metres from the equator, in the south from 10,000 km below it.
    init?(zone: Int, letter: UInt8, easting: Double, northing: Double) {
        guard (1...60).contains(zone), (100_000..<900_000).contains(easting),
            (0..<10_000_000).contains(northing),
            let band = Array("CDEFGHJKLMNPQRSTUVWX".utf8).firstIndex(of: letter)
        else { return nil }
        let south = Double(band) * 8 - 80
        let north = letter == UInt8(ascii: "X") ? 84 : south + 8
        func position(isSouth: Bool) -> Coordinate? {
            let definition =
                "+proj=utm +zone=\(zone)\(isSouth ? " +south" : "") +datum=WGS84 +type=crs"
            guard let grid = try? Projection(definition),
                let position = try? grid.position(at: PlanePoint(x: easting, y: northing)),
                position.isValid
            else { return nil }
            return position
        }
        if let found = position(isSouth: south < 0),
            (south - 1...north + 1).contains(found.latitude)
        {
            coordinate = found
            return
        }
        guard letter == UInt8(ascii: "N") || letter == UInt8(ascii: "S"),
            let found = position(isSouth: letter == UInt8(ascii: "S"))
        else { return nil }
        coordinate = found
    }
}
