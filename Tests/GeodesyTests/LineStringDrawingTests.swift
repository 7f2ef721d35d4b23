import Geodesy
import Testing

@Suite("Lines made ready for a map")
struct LineStringDrawingTests {
    static let routes: [(String, String, String)] = [
        ("Amirabad - Makhachkala", "36.85,53.37", "42.98,47.50"),
        ("Los Angeles - Yokohama", "33.75,-118.27", "35.45,139.65"),
        ("New York - Delhi, near the pole", "40.7,-74.0", "28.6,77.2"),
        ("Along the equator", "0,-100", "0,60"),
        ("Cape Town - Buenos Aires", "-33.9,18.4", "-34.6,-58.4"),
        ("Over the pole", "60,10", "70,-170"),
    ]

    /// The stroke drawn between two dense positions is checked at ten points against a finer line.
    @Test("A drawn line strays less than 1 km from the geodesic", arguments: routes)
    func deviation(name: String, from: String, to: String) throws {
        let start = try Coordinate(parsing: from)
        let end = try Coordinate(parsing: to)
        let dense = LineString([start, end]).densified(on: .wgs84).coordinates
        #expect(dense.first == start && dense.last == end)
        let strokes = zip(dense, dense.dropFirst())
        for (left, right) in strokes where abs(left.latitude) < 89.9 && abs(right.latitude) < 89.9 {
            for tenth in 1..<10 {
                let fraction = Double(tenth) / 10
                let drawn = Coordinate(
                    latitude: left.latitude + fraction * (right.latitude - left.latitude),
                    longitude: left.longitude + fraction * left.shortTurn(to: right))
                let true_ = Ellipsoid.wgs84.position(at: fraction, from: left, to: right)
                #expect(Ellipsoid.wgs84.distance(from: drawn, to: true_).kilometres < 1.1)
            }
        }
        let whole = Ellipsoid.wgs84.distance(from: start, to: end)
        let length = LineString(dense).length(on: .wgs84)
        #expect(abs(length.metres - whole.metres) < 0.01)
        #expect(
            zip(dense, dense.dropFirst()).allSatisfy { left, right in
                Ellipsoid.wgs84.distance(from: left, to: right).kilometres <= 100.001
            })
    }

    @Test("A short line stays as it is, an empty one empty")
    func untouched() {
        let line = LineString([
            Coordinate(latitude: 10, longitude: 10), Coordinate(latitude: 10.1, longitude: 10.1),
        ])
        #expect(line.densified(on: .wgs84) == line)
        #expect(LineString([]).densified(on: .wgs84).coordinates.isEmpty)
    }

    @Test("Los Angeles - Yokohama is cut where the geodesic crosses 180 degrees")
    func antimeridian() throws {
        let start = Coordinate(latitude: 33.75, longitude: -118.27)
        let end = Coordinate(latitude: 35.45, longitude: 139.65)
        for line in [LineString([start, end]), LineString([start, end]).densified(on: .wgs84)] {
            let parts = line.cutAtAntimeridian(on: .wgs84)
            try #require(parts.count == 2)
            let last = try #require(parts[0].coordinates.last)
            let first = try #require(parts[1].coordinates.first)
            #expect(last.longitude == -180 && first.longitude == 180)
            #expect(last.latitude == first.latitude)
            // On the geodesic: the two parts are together as long as the whole.
            let length = parts[0].length(on: .wgs84) + parts[1].length(on: .wgs84)
            #expect(abs(length.metres - line.length(on: .wgs84).metres) < 0.001)
            #expect(last.latitude > 47 && last.latitude < 49)
        }
    }

    @Test("Positions on the antimeridian take the sign of their side")
    func onTheAntimeridian() {
        let line = LineString([
            Coordinate(latitude: 0, longitude: 179), Coordinate(latitude: 1, longitude: -180),
            Coordinate(latitude: 2, longitude: -179),
        ])
        let parts = line.cutAtAntimeridian(on: .wgs84)
        #expect(parts.map { $0.coordinates.map(\.longitude) } == [[179, 180], [-180, -179]])
        let away = LineString([
            Coordinate(latitude: 0, longitude: 180), Coordinate(latitude: 1, longitude: -179),
        ])
        #expect(
            away.cutAtAntimeridian(on: .wgs84).map { $0.coordinates.map(\.longitude) } == [
                [-180, -179]
            ])
    }

    @Test("Over the pole: two parts that both end there, no stroke across the map")
    func pole() {
        let line = LineString([
            Coordinate(latitude: 60, longitude: 10), Coordinate(latitude: 70, longitude: -170),
        ])
        let parts = line.densified(on: .wgs84).cutAtAntimeridian(on: .wgs84)
        #expect(parts.count == 2)
        #expect(
            parts.allSatisfy { part in
                zip(part.coordinates, part.coordinates.dropFirst()).allSatisfy {
                    abs($0.longitude - $1.longitude) < 1e-6
                }
            })
        #expect(
            parts[0].coordinates.last?.latitude == 90 && parts[1].coordinates.first?.latitude == 90)
    }
}
