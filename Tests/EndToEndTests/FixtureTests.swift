import Documents
import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Periplus
import RouteMaps
import Testing

/// Every report in Fixtures gives the places, claims and lengths that its file expects, and most give its routes.
@Suite("Reports, from text to measured routes")
struct FixtureTests {
    @Test("report", arguments: try Fixture.all())
    func report(_ fixture: Fixture) throws {
        let result = try Self.reading(of: fixture)
        for expectation in fixture.expectations {
            check(expectation, result, fixture.name)
        }
    }

    /// No reader gets every route right: most must be, and those that are not are named.
    ///
    /// A route is right with its stops in order, its mode, status, relation and cargo; a report is right that gives
    /// as many routes as it states. Both may only go down.
    @Test(
        "Of the routes that the reports state most are given whole, and most reports give no other")
    func routes() throws {
        var missed: [String] = []
        var given = 0
        var wrongCounts: [String] = []
        var reports = 0
        for fixture in try Fixture.all() {
            let result = try Self.reading(of: fixture)
            for expectation in fixture.expectations {
                switch expectation {
                case .route(let wanted):
                    given += 1
                    if result.routes(like: wanted).count != 1 {
                        missed.append("\(fixture.name): \(wanted) among \(result.routeTexts)")
                    }
                case .routeCount(let count):
                    reports += 1
                    if result.map.routes.count != count {
                        wrongCounts.append("\(fixture.name): \(count), not \(result.routeTexts)")
                    }
                default: break
                }
            }
        }
        #expect(missed.count <= Self.mostMissed, "\(missed.count) of \(given):\n\(list(missed))")
        #expect(
            wrongCounts.count <= Self.mostWrongCounts,
            "\(wrongCounts.count) of \(reports):\n\(list(wrongCounts))")
    }

    /// Of 14 routes, and of 11 reports: the lakes and the pipeline.
    private static let mostMissed = 2
    private static let mostWrongCounts = 1

    private func list(_ lines: [String]) -> String { lines.joined(separator: "\n") }

    private static func reading(of fixture: Fixture) throws -> MapReading {
        let mapper = try SharedMapper.mapper()
        return MapReading(
            try mapper.map(
                mapper.document(text: fixture.text, date: fixture.date.flatMap { CalendarDate($0) })
            ))
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
        case .drawn(let origin, let destination, let kilometres):
            let route = result.route(from: origin, to: destination)
            let drawn = route?.legs.first?.drawn?.kilometres
            #expect(
                drawn.map(kilometres.contains) ?? false,
                "\(name): \(origin) > \(destination) drawn \(String(describing: drawn))")
        case .routeCount(0):
            #expect(result.map.routes.isEmpty, "\(name): \(result.routeTexts)")
        case .route, .routeCount: break
        case .claim(let words, let verdict):
            let claim = result.claim(words)
            #expect(claim?.verdict.rawValue == verdict, "\(name): \(words)")
        }
    }
}
