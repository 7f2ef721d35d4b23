import Gazetteers
import Geodesy
import Movements
import Resolving
import RouteMaps
import Testing

/// What leaves a port does not go to the country that the port is in.
@Suite("Ends that hold one another")
struct ContainedEndsTests {
    /// Aktau, Kazakhstan, Baku, and Aktau again.
    private let decisions = [
        decision("Aktau", .city, "KZ"), decision("Kazakhstan", .country, "KZ"),
        decision("Baku", .city, "AZ"), decision("Aktau", .city, "KZ"),
    ]

    private static func decision(_ name: String, _ kind: PlaceKind, _ country: String) -> Decision {
        let place = Place(
            id: PlaceID(rawValue: "px:test/\(name)"), name: name, kind: kind, country: country,
            coordinate: Coordinate(latitude: 43, longitude: 51))
        let match = NameMatch(place: place, name: name, kind: .primary, quality: 1)
        return Decision(
            choice: .resolved(
                Candidate(match: match, score: Score(), confidence: 1), runnersUp: []))
    }

    private func movement(
        _ origin: Int?, _ destination: Int?, continues: Int? = nil,
        _ relation: Movement.Relation = .transport
    ) -> Movement {
        Movement(
            origin: origin, destination: destination, mode: .sea, relation: relation,
            continues: continues, evidence: [0..<1], rule: "test", confidence: 1)
    }

    @Test("a country is no end beside a place in it, whichever comes first")
    func opened() {
        #expect([movement(0, 1)].openingContainers(by: decisions) == [movement(0, nil)])
        #expect([movement(1, 0)].openingContainers(by: decisions) == [movement(nil, 0)])
    }

    @Test("where the text tells the other end, nothing is left of it")
    func toldAlready() {
        let told = [movement(0, 1), movement(3, 2), movement(2, nil, continues: 1)]
        #expect(
            told.openingContainers(by: decisions) == [
                movement(3, 2), movement(2, nil, continues: 0),
            ])
        #expect(
            [movement(0, 1), movement(3, 1)].openingContainers(by: decisions) == [movement(0, nil)])
    }

    @Test("a link keeps its ends, and so do ways between countries")
    func kept() {
        for movement in [movement(0, 1, .link), movement(2, 1), movement(0, 2)] {
            #expect([movement].openingContainers(by: decisions) == [movement])
        }
    }
}
