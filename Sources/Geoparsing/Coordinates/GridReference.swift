internal import Foundation
internal import Geodesy

/// A reference in the Military Grid Reference System, on the WGS 84 ellipsoid.
///
/// After NGA.STND.0037 (2014): zones of six degrees, bands of eight, squares of 100 km. The poles,
/// which have squares of their own, are not read.
struct GridReference: Sendable {
    /// The middle of the square that the figures leave.
    let coordinate: Coordinate

    /// A reference from its parts; nil when there is no such square.
    ///
    /// - Parameters:
    ///   - zone: 1...60.
    ///   - band: the letter of the band of latitude, C...X without I and O.
    ///   - square: the two letters of the 100 km square.
    ///   - figures: the digits of easting and northing, an even number of them.
    init?(zone: Int, band: UInt8, square: [UInt8], figures: [Int]) {
        guard (1...60).contains(zone), square.count == 2,
            let bandIndex = Array("CDEFGHJKLMNPQRSTUVWX".utf8).firstIndex(of: band),
            let column = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8).firstIndex(of: square[0]),
            let row = Array("ABCDEFGHJKLMNPQRSTUV".utf8).firstIndex(of: square[1]),
            column / 8 == (zone - 1) % 3
        else { return nil }
        let half = figures.count / 2
        let unit = pow(10, Double(5 - half))
        func metres(_ digits: ArraySlice<Int>) -> Double {
            (Double(digits.reduce(0) { $0 * 10 + $1 }) + 0.5) * unit
        }
        let easting = Double(column % 8 + 1) * 100_000 + metres(figures[..<half])
        // Row letters start five further on in even zones and repeat every 2,000 km.
        let start = (row - (zone.isMultiple(of: 2) ? 5 : 0) + 20) % 20
        let south = Double(bandIndex) * 8 - 80
        let north = band == UInt8(ascii: "X") ? 84 : south + 8
        var northing = Double(start) * 100_000 + metres(figures[half...])
        if south < 0 { northing -= 10_000_000 }
        // Northings count from the equator on both sides, so one definition serves both halves.
        guard
            let grid = try? Projection("+proj=utm +zone=\(zone) +datum=WGS84 +type=crs")
        else { return nil }
        while northing < 10_000_000 {
            guard
                let position = try? grid.position(at: PlanePoint(x: easting, y: northing))
            else { return nil }
            // Squares reach a little over the edges of their band.
            if position.isValid, (south - 1...north + 1).contains(position.latitude) {
                coordinate = position
                return
            }
            northing += 2_000_000
        }
        return nil
    }
}
