import Geodesy
import Testing

@Suite("Boxes and areas")
struct BoundingBoxTests {
    @Test("A box around positions near 180 degrees is narrow")
    func antimeridian() throws {
        let box = try #require(
            BoundingBox(enclosing: [
                Coordinate(latitude: -17, longitude: 178),
                Coordinate(latitude: -14, longitude: -171),
                Coordinate(latitude: -18, longitude: 179),
            ]))
        #expect(box == BoundingBox(west: 178, south: -18, east: -171, north: -14))
        #expect(box.crossesAntimeridian)
    }

    @Test("A box elsewhere; of one position; of none")
    func plain() {
        let box = BoundingBox(enclosing: [
            Coordinate(latitude: 36.85, longitude: 53.37),
            Coordinate(latitude: 42.98, longitude: 47.5),
        ])
        #expect(box == BoundingBox(west: 47.5, south: 36.85, east: 53.37, north: 42.98))
        let one = BoundingBox(enclosing: [Coordinate(latitude: 1, longitude: 2)])
        #expect(one == BoundingBox(west: 2, south: 1, east: 2, north: 1))
        #expect(BoundingBox(enclosing: []) == nil)
    }

    @Test("The box leaves out the widest gap wherever it lies, however many positions there are")
    func gap() {
        // From 10 degrees east over the antimeridian to 40 degrees west, every twentieth of a degree.
        let longitudes = stride(from: 10.0, through: 320, by: 0.05).map { $0 > 180 ? $0 - 360 : $0 }
        let box = BoundingBox(
            enclosing: longitudes.map { Coordinate(latitude: 0, longitude: $0) })
        #expect(box == BoundingBox(west: 10, south: 0, east: -40, north: 0))
        let round = BoundingBox(
            enclosing: stride(from: -180.0, through: 180, by: 0.05).map {
                Coordinate(latitude: 5, longitude: $0)
            })
        #expect(round.map { $0.east - $0.west > 359 || $0.crossesAntimeridian } == true)
        #expect(BoundingBox(enclosing: [Coordinate(latitude: 1, longitude: .nan)]) == nil)
    }

    @Test("Inside an area with a hole, also across 180 degrees")
    func area() {
        func ring(_ west: Double, _ east: Double, _ half: Double) -> [Coordinate] {
            [
                Coordinate(latitude: -half, longitude: west),
                Coordinate(latitude: -half, longitude: east),
                Coordinate(latitude: half, longitude: east),
                Coordinate(latitude: half, longitude: west),
            ]
        }
        let area = Polygon(outer: ring(170, -170, 10), holes: [ring(178, -178, 2)])
        #expect(area.contains(Coordinate(latitude: 5, longitude: 179)))
        #expect(area.contains(Coordinate(latitude: 5, longitude: -179)))
        #expect(area.contains(Coordinate(latitude: 0, longitude: 172)))
        #expect(!area.contains(Coordinate(latitude: 0, longitude: 180)))
        #expect(!area.contains(Coordinate(latitude: 5, longitude: 160)))
        #expect(!area.contains(Coordinate(latitude: 5, longitude: 0)))
    }
}
