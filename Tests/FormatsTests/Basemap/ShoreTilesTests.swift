import Geodesy
import RouteMaps
import Testing

@testable import Formats

@Suite("Shores in tiles")
struct ShoreTilesTests {
    /// A square of land east of the middle of the Caspian leg's end, and one across 180 degrees.
    private static let shores = [
        [(42.5, 47.4), (42.5, 47.9), (43.5, 47.9), (43.5, 47.4)].map(at),
        [(-10, 179), (-10, -179), (-5, -179), (-5, 179)].map(at),
    ]

    private static func at(_ position: (Double, Double)) -> Coordinate {
        Coordinate(latitude: position.0, longitude: position.1)
    }

    /// Whether a position is land by the rings of a tile, by the even-odd rule.
    private static func isLand(_ position: Coordinate, in land: [[RingPacking.GridPoint]]) -> Bool {
        let x = position.longitude / ShoreTiles.unit
        let y = position.latitude / ShoreTiles.unit
        var isInside = false
        for ring in land {
            for (index, point) in ring.enumerated() {
                let before = ring[index == 0 ? ring.count - 1 : index - 1]
                let (ax, ay) = (Double(before.x), Double(before.y))
                let (bx, by) = (Double(point.x), Double(point.y))
                if (ay > y) != (by > y), x < ax + (y - ay) / (by - ay) * (bx - ax) {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }

    @Test("A tile has the land in it, cut at its sides, also across 180 degrees")
    func land() {
        let index = ShoreRingIndex(Self.shores)
        let tile = index.land(in: .init(x: 95, y: 85))
        #expect(Self.isLand(Self.at((42.7, 47.7)), in: tile))
        #expect(!Self.isLand(Self.at((42.7, 47.95)), in: tile))
        let corners = tile.flatMap { $0 }
        #expect(corners.allSatisfy { (475_000...480_000).contains($0.x) })
        #expect(corners.allSatisfy { (425_000...430_000).contains($0.y) })
        let east = index.land(in: .init(x: 359, y: -16))
        let west = index.land(in: .init(x: -360, y: -16))
        #expect(Self.isLand(Self.at((-7.8, 179.8)), in: east))
        #expect(Self.isLand(Self.at((-7.8, -179.8)), in: west))
        #expect(index.land(in: .init(x: 0, y: 0)).isEmpty)
    }

    @Test("Stops and ways by sea have tiles where there is shore; a page without shores has none")
    func tiles() {
        let atlas = Atlas(Maps.caspian)
        let tiles = ShoreTiles(atlas, shores: Self.shores).tiles
        #expect(tiles.contains { $0.corner == .init(x: 94, y: 85) })
        #expect(tiles.allSatisfy { (93...97).contains($0.corner.x) })
        #expect(tiles.allSatisfy { (84...87).contains($0.corner.y) })
        #expect(ShoreTiles(atlas, shores: []).tiles.isEmpty)
    }
}
