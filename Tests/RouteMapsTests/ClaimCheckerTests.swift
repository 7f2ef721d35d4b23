import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps
import Testing

/// Spatial claims held against places: distance, rhumb bearing, verdict.
@Suite("Claims checked")
struct ClaimCheckerTests {
    private let checker = ClaimChecker(gazetteer: Gazetteer(records: []))
    // GeoNames 524901 and 468082.
    private let moscow = Coordinate(latitude: 55.75222, longitude: 37.61556)
    private let yelabuga = Coordinate(latitude: 55.76232, longitude: 52.04425)

    private func toponym(_ name: String, _ position: Coordinate) -> ResolvedToponym {
        let place = Place(
            id: PlaceID(rawValue: "px:test/\(name)"), name: name, kind: .city, coordinate: position)
        let match = NameMatch(place: place, name: name, kind: .primary, quality: 1)
        return ResolvedToponym(
            mention: Mention(utf8Range: 0..<name.utf8.count, text: name),
            choice: .resolved(
                Candidate(match: match, score: Score(), confidence: 1), runnersUp: []),
            because: [])
    }

    private func verdict(
        _ kilometres: ClosedRange<Double>?, bearing: Double? = nil
    ) -> CheckedClaim {
        let claim = StatedClaim(
            utf8Range: 0..<1, subject: 0, reference: 1, kilometres: kilometres,
            bearing: bearing.map { .init(degrees: $0, tolerance: 30) })
        return checker.check(
            claim, subject: toponym("Yelabuga", yelabuga), reference: toponym("Moscow", moscow))
    }

    @Test("several hundred miles east of Moscow: 904.2 km (562 mi), bearing 89.9")
    func severalHundredMiles() throws {
        // Several hundred: 200 to 900 statute miles (methods memo 6).
        let checked = verdict(322...1_448, bearing: 90)
        #expect(checked.verdict == .consistent)
        #expect(abs(try #require(checked.distance).kilometres - 904.2) < 0.1)
        #expect(abs(try #require(checked.bearing).degrees - 89.9) < 0.1)
    }

    @Test("half as much again is roughly right, more is not")
    func roughly() {
        #expect(verdict(1_000...1_200).verdict == .roughly)
        #expect(verdict(1_500...1_600).verdict == .inconsistent)
        #expect(verdict(500...700).verdict == .roughly)
    }

    @Test("the right distance in the wrong direction is inconsistent")
    func wrongWay() {
        #expect(verdict(322...1_448, bearing: 270).verdict == .inconsistent)
        #expect(verdict(nil, bearing: 130).verdict == .roughly)
    }

    @Test("a claim about no known place cannot be checked")
    func unknown() {
        let claim = StatedClaim(
            utf8Range: 0..<1, subject: nil, reference: 1, kilometres: 1...2, bearing: nil)
        let checked = checker.check(claim, subject: nil, reference: toponym("Moscow", moscow))
        #expect(checked.verdict == .notCheckable)
        #expect(checked.distance == nil)
    }
}
