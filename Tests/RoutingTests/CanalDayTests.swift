import Geodesy
import Routing
import Testing

@Suite("Canals by day and ship")
struct CanalDayTests {
    let planner: LegPlanner
    /// Positions of the World Port Index, rounded.
    let newYork = Coordinate(latitude: 40.70, longitude: -74.02)
    let canton = Coordinate(latitude: 22.80, longitude: 113.60)
    let london = Coordinate(latitude: 51.50, longitude: 0.05)
    let bombay = Coordinate(latitude: 18.95, longitude: 72.85)
    let valparaiso = Coordinate(latitude: -33.03, longitude: -71.62)

    init() throws { planner = try SeaPlanner.planner() }

    private func leg(
        _ start: Coordinate, _ end: Coordinate, day: String? = nil, ship: Int? = nil,
        through: [NamedWaters] = []
    ) throws -> PlannedLeg {
        try planner.plan(
            from: start, to: end, mode: .sea,
            constraints: LegConstraints(through: through, day: day, ship: ship))
    }

    @Test("New York to Canton in 1784 went by the Cape or the Horn, not through Panama or Suez")
    func empress() throws {
        let leg = try leg(newYork, canton, day: "1784-02-22")
        #expect(!leg.passages.contains("Panama Canal") && !leg.passages.contains("Suez Canal"))
        // The Empress of China logged 18,000 miles; by the Cape it is some 13,300.
        #expect((12_500...14_500).contains(try #require(leg.sailing).nauticalMiles))
        #expect(leg.method.contains("was not open on 1784-02-22"))
    }

    @Test(
        "Suez from its opening day, but for the years it was closed",
        arguments: [
            ("1869-11-16", false), ("1869-11-17", true), ("1956-12-01", false),
            ("1966-05-01", true), ("1970-01-01", false), ("1975-06-05", true),
            ("2024-01-01", true),
        ])
    func suez(day: String, isOpen: Bool) throws {
        let leg = try leg(london, bombay, day: day)
        #expect(leg.passages.contains("Suez Canal") == isOpen)
        #expect(leg.passages.contains("Cape of Good Hope") == !isOpen)
    }

    @Test("Panama from 1914, and by ships that fit")
    func panama() throws {
        #expect(try leg(newYork, valparaiso).passages.contains("Panama Canal"))
        #expect(try leg(newYork, valparaiso, ship: 3).passages.contains("Panama Canal"))
        #expect(try !leg(newYork, valparaiso, day: "1914-08-14").passages.contains("Panama Canal"))
        let large = try leg(newYork, valparaiso, ship: 4)
        #expect(!large.passages.contains("Panama Canal"))
        #expect(large.method.contains("too large for the Panama Canal"))
    }

    @Test("What the text says was passed was passed, whatever the day")
    func stated() throws {
        let leg = try leg(london, bombay, day: "1970-01-01", through: [.passage("Suez Canal")])
        #expect(leg.passages.contains("Suez Canal"))
    }
}
