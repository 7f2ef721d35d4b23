import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps
import Testing

/// What one ship of a text passed, the next did not.
@Suite("Passages of other journeys")
struct StrayPassagesTests {
    /// Places of three journeys: by the Bosporus, from Santos to Algeciras, from Odesa to Alexandria.
    private let places: [(name: String, kind: PlaceKind, position: Coordinate)] = [
        ("Bosporus", .strait, Coordinate(latitude: 41.1, longitude: 29.05)),
        ("Santos", .city, Coordinate(latitude: -23.96, longitude: -46.33)),
        ("Las Palmas", .city, Coordinate(latitude: 28.1, longitude: -15.41)),
        ("Algeciras", .city, Coordinate(latitude: 36.13, longitude: -5.45)),
        ("Odesa", .city, Coordinate(latitude: 46.48, longitude: 30.73)),
        ("Alexandria", .city, Coordinate(latitude: 31.2, longitude: 29.92)),
        ("Black Sea", .sea, Coordinate(latitude: 43.5, longitude: 34)),
    ]

    /// Each mention stands in a sentence of its own.
    private var mentions: [Mention] {
        places.enumerated().map { Mention(utf8Range: $0 * 100..<$0 * 100 + 5, text: $1.name) }
    }

    private var decisions: [Decision] {
        places.map { name, kind, position in
            let place = Place(
                id: PlaceID(rawValue: "px:test/\(name)"), name: name, kind: kind,
                coordinate: position)
            let match = NameMatch(place: place, name: name, kind: .primary, quality: 1)
            return Decision(
                choice: .resolved(
                    Candidate(match: match, score: Score(), confidence: 1), runnersUp: []))
        }
    }

    /// The places that are left of those passed, where the sentences of some mentions are the evidence.
    private func left(_ ends: (Int, Int), by via: [Int], stated: [Int]) -> [Int]? {
        let movement = Movement(
            origin: ends.0, via: via, destination: ends.1, mode: .sea,
            evidence: stated.map { $0 * 100..<$0 * 100 + 90 }, rule: "test", confidence: 1)
        return [movement].leavingOutStrayPassages(among: mentions, by: decisions).first?.via
    }

    @Test("a strait far off the way that another sentence names is not passed")
    func stray() {
        #expect(left((1, 3), by: [0, 2], stated: [1, 2, 3]) == [2])
    }

    @Test("one that lies on the way is passed, wherever it is named")
    func onTheWay() {
        #expect(left((4, 5), by: [0], stated: [5]) == [0])
        #expect(left((1, 3), by: [2], stated: [1]) == [2])
    }

    @Test("what the sentence itself names is passed, however far round, and so is a whole sea")
    func stated() {
        #expect(left((1, 3), by: [0], stated: [0, 1]) == [0])
        #expect(left((1, 3), by: [6], stated: [1]) == [6])
    }

    @Test("an open end, or one without a place, leaves all as it is")
    func open() {
        let movement = Movement(
            origin: nil, via: [0], destination: 3, mode: .sea, evidence: [0..<1], rule: "test",
            confidence: 1)
        #expect(
            [movement].leavingOutStrayPassages(among: mentions, by: decisions) == [movement])
        let unknown = decisions.map { _ in Decision(choice: .unknown) }
        #expect([movement].leavingOutStrayPassages(among: mentions, by: unknown) == [movement])
    }
}
