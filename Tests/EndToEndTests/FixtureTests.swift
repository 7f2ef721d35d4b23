import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Periplus
import RouteMaps
import Testing

/// Every report in Fixtures gives the places, routes and lengths that its file expects.
@Suite("Reports, from text to measured routes")
struct FixtureTests {
    @Test("report", arguments: try Fixture.all())
    func report(_ fixture: Fixture) throws {
        let mapper = try SharedMapper.mapper()
        let map = mapper.map(
            mapper.document(text: fixture.text, date: fixture.date.flatMap { CalendarDate($0) }))
        let result = MapReading(map)
        for expectation in fixture.expectations {
            check(expectation, result, fixture.name)
        }
    }

    private func check(_ expectation: Expectation, _ result: MapReading, _ name: String) {
        switch expectation {
        case .place(let words, let position, let tolerance, let kinds):
            let toponym = result.toponym(words)
            #expect(toponym != nil, "\(name): no mention \(words)")
            guard let toponym else { return }
            let place = toponym.place
            #expect(place != nil, "\(name): \(words) has no place")
            guard let place else { return }
            let distance = Ellipsoid.wgs84.distance(from: position, to: place.coordinate)
            #expect(distance <= tolerance, "\(name): \(words) is \(place.label) \(place.id)")
            #expect(kinds.contains(place.kind.rawValue), "\(name): \(words) is a \(place.kind)")
        case .use(let words, let use):
            #expect(result.toponym(words)?.mention.use.rawValue == use, "\(name): \(words)")
        case .nowhere(let words):
            let placed = result.map.toponyms.filter {
                $0.mention.text.contains(words) && $0.place != nil
            }
            #expect(placed.isEmpty, "\(name): \(words) is on the map")
        case .route(let wanted):
            #expect(
                result.routes(like: wanted).count == 1,
                "\(name): \(wanted) among \(result.routeTexts)")
        case .drawn(let origin, let destination, let kilometres):
            let route = result.route(from: origin, to: destination)
            let drawn = route?.legs.first?.drawn?.kilometres
            #expect(
                drawn.map(kilometres.contains) ?? false,
                "\(name): \(origin) > \(destination) drawn \(String(describing: drawn))")
        case .routeCount(let count):
            #expect(result.map.routes.count == count, "\(name): \(result.routeTexts)")
        case .claim(let words, let verdict):
            let claim = result.claim(words)
            #expect(claim?.verdict.rawValue == verdict, "\(name): \(words)")
        }
    }
}
