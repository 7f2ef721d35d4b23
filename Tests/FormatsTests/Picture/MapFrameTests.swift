import Geodesy
import Testing

@testable import Formats

@Suite("A sheet over a part of the Earth")
struct MapFrameTests {
    @Test("What is drawn lies on the sheet, north up, west to the left, at the scale it says")
    func fits() throws {
        let south = Coordinate(latitude: 36.85, longitude: 53.37)
        let north = Coordinate(latitude: 42.98, longitude: 47.5)
        let frame = try MapFrame(around: [south, north], width: 1_000, maximumHeight: 800)
        let point1 = frame.point(south)
        let low = try #require(point1)
        let point2 = frame.point(north)
        let high = try #require(point2)
        let isShown = frame.shows(low, margin: -50) && frame.shows(high, margin: -50)
        #expect(isShown)
        #expect(high.y < low.y)
        #expect(high.x < low.x)
        let pixels = ((high.x - low.x) * (high.x - low.x) + (high.y - low.y) * (high.y - low.y))
            .squareRoot()
        let metres = Ellipsoid.wgs84.distance(from: south, to: north).metres
        let scale = frame.scale
        #expect(abs(pixels / scale / metres - 1) < 0.003)
    }

    @Test("Around 180 degrees the two sides lie beside each other")
    func antimeridian() throws {
        let west = Coordinate(latitude: 0, longitude: 179)
        let east = Coordinate(latitude: 0, longitude: -179)
        let frame = try MapFrame(around: [west, east], width: 1_000, maximumHeight: 800)
        let point3 = frame.point(west)
        let left = try #require(point3)
        let point4 = frame.point(east)
        let right = try #require(point4)
        #expect(right.x > left.x)
        #expect(right.x - left.x < 1_000)
    }

    @Test("Land far round the Earth never floods the sheet")
    func antipode() throws {
        // Around Buenos Aires; a square about its antipode in China.
        let frame = try MapFrame(
            around: [Coordinate(latitude: -34.6, longitude: -58.4)], width: 1_000,
            maximumHeight: 800)
        let square = [(20.0, 100.0), (20, 140), (50, 140), (50, 100)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
        }
        let rings = frame.rings(square)
        #expect(rings.isEmpty)
    }

    @Test(
        "On a map of the whole Earth, land across the cut lies at both edges and crosses no sheet")
    func worldCut() throws {
        let frame = try MapFrame(
            around: [(0.0, 30.0), (0, 120), (0, -150), (0, -60)].map {
                Coordinate(latitude: $0.0, longitude: $0.1)
            }, width: 1_000, maximumHeight: 800)
        let middle = frame.centre.longitude
        let cut = middle > 0 ? middle - 180 : middle + 180
        let square = [(-10.0, -9.0), (-10, 9), (10, 9), (10, -9)].map {
            Coordinate(latitude: $0.0, longitude: cut + $0.1)
        }
        let rings = frame.rings(square)
        #expect(!rings.isEmpty)
        for ring in rings {
            let span = (ring.area.map(\.x).max() ?? 0) - (ring.area.map(\.x).min() ?? 0)
            #expect(span < 100)
        }
    }

    @Test("A sheet without anything shows the whole Earth")
    func empty() throws {
        let frame = try MapFrame(around: [], width: 1_000, maximumHeight: 800)
        let isShown = [(70.0, -150.0), (-40, 170), (0, 0)].allSatisfy { latitude, longitude in
            frame.point(Coordinate(latitude: latitude, longitude: longitude))
                .map { frame.shows($0) } ?? false
        }
        #expect(isShown)
    }
}

@Suite("The world cut open elsewhere")
struct WorldWindowTests {
    @Test("A ring across the cut becomes two, with no stroke along the cut")
    func ring() {
        let ring = [(10.0, -10.0), (10, 10), (-10, 10), (-10, -10)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
        }
        let window = WorldWindow(centre: 180)
        let parts = window.rings(ring)
        #expect(parts.count == 2)
        for part in parts {
            #expect(part.allSatisfy { abs($0.x) <= 180 })
            #expect(part.count { $0.endsCut } == 1)
        }
        #expect(WorldWindow(centre: 0).rings(ring).count == 1)
    }

    @Test("The cut that shapes have at 180 degrees is no coast")
    func cutOfShapes() {
        let ring = [(60.0, 170.0), (60, 180), (70, 180), (70, 170)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
        }
        let part = WorldWindow(centre: 180).rings(ring).first ?? []
        #expect(part.map(\.endsCut) == [false, false, true, false])
    }

    @Test("A line across the cut is parted there")
    func line() {
        let line = [(0.0, -10.0), (0, 10)].map { Coordinate(latitude: $0.0, longitude: $0.1) }
        let parts = WorldWindow(centre: 180).lines(line)
        #expect(parts.count == 2)
        #expect(Set(parts.flatMap { $0 }.map { $0.x.rounded() }) == [-180, 180, -170, 170])
        #expect(WorldWindow(centre: 0).lines(line).count == 1)
    }
}

@Suite("Labels")
struct LabelPlacerTests {
    @Test("No two labels meet, none leaves the sheet; where there is no room, there is none")
    func apart() {
        var placer = LabelPlacer(width: 300, height: 200)
        var boxes: [LabelPlacer.Box] = []
        for index in 0..<60 {
            let mark = PlanePoint(
                x: 20 + Double(index * 37 % 260), y: 20 + Double(index * 53 % 160))
            if let spot = placer.place(at: mark, radius: 4, width: 60, size: 13) {
                boxes.append(spot.box)
            }
        }
        #expect(boxes.count > 5)
        #expect(boxes.count < 60)
        for (index, box) in boxes.enumerated() {
            #expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200)
            for other in boxes.dropFirst(index + 1) { #expect(!box.meets(other)) }
        }
    }

    @Test("A label keeps off a line when it can")
    func line() {
        var placer = LabelPlacer(width: 300, height: 200)
        placer.avoid(line: [PlanePoint(x: 100, y: 100), PlanePoint(x: 290, y: 100)])
        let spot = placer.place(at: PlanePoint(x: 100, y: 100), radius: 4, width: 60, size: 13)
        #expect(spot?.anchor == "end")
    }
}
