import Geodesy
import Testing

@Suite("Projections by PROJ")
struct ProjectionTests {
    @Test("Web Mercator, by hand: x = a * longitude, and back")
    func mercator() throws {
        let projection = try Projection("EPSG:3857")
        let point = try projection.project(Coordinate(latitude: 0, longitude: 90))
        #expect(abs(point.x - 6_378_137 * Double.pi / 2) < 0.01 && abs(point.y) < 0.01)
        let makhachkala = Coordinate(latitude: 42.98306, longitude: 47.50472)
        let back = try projection.position(at: projection.project(makhachkala))
        #expect(abs(back.latitude - makhachkala.latitude) < 1e-9)
        #expect(abs(back.longitude - makhachkala.longitude) < 1e-9)
    }

    @Test("A PROJ string with a centre of its own")
    func azimuthal() throws {
        let projection = try Projection("+proj=laea +lat_0=40 +lon_0=50 +datum=WGS84")
        let centre = try projection.project(Coordinate(latitude: 40, longitude: 50))
        #expect(abs(centre.x) < 1e-6 && abs(centre.y) < 1e-6)
    }

    @Test("Unknown definitions and positions off the Earth are errors that name them")
    func errors() throws {
        for definition in ["EPSG:999999", "", "nonsense"] {
            do {
                _ = try Projection(definition)
                Issue.record("'\(definition)' was taken")
            } catch {
                #expect(error.description.contains("'\(definition)'"))
            }
        }
        let projection = try Projection("EPSG:3857")
        do {
            _ = try projection.project(Coordinate(latitude: 95, longitude: 0))
            Issue.record("latitude 95 was projected")
        } catch {
            #expect(error.description.contains("95"))
        }
    }
}
