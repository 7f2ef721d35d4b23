import Geodesy
import Routing
import Testing

@Suite("Legs by sea that a text constrains")
struct SeaConstraintTests {
    let planner: LegPlanner
    let bandarAbbas = Coordinate(latitude: 27.15, longitude: 56.21)
    let latakia = Coordinate(latitude: 35.517, longitude: 35.766)
    let rotterdam = Coordinate(latitude: 51.92, longitude: 4.48)

    init() throws { planner = try SeaPlanner.planner() }

    @Test("A waterway that is closed by default is used when it is named")
    func named() throws {
        let rotterdam = Coordinate(latitude: 51.92, longitude: 4.48)
        let yokohama = Coordinate(latitude: 35.45, longitude: 139.65)
        let free = try planner.plan(from: rotterdam, to: yokohama, mode: .sea)
        let named = try planner.plan(
            from: rotterdam, to: yokohama, mode: .sea,
            constraints: LegConstraints(through: [.passage("Northern Sea Route")]))
        #expect(!free.passages.contains("Northern Sea Route"))
        #expect(named.passages.contains("Northern Sea Route"))
    }

    @Test("Around the Cape although Suez is open")
    func cape() throws {
        let leg = try planner.plan(
            from: bandarAbbas, to: rotterdam, mode: .sea,
            constraints: LegConstraints(through: [.passage("Cape of Good Hope")]))
        #expect(leg.passages.contains("Cape of Good Hope"))
        #expect((leg.drawn?.nauticalMiles ?? 0) > 10_000)
    }

    @Test("Passages to be avoided: names without their generic word do as well")
    func avoiding() throws {
        let leg = try planner.plan(
            from: bandarAbbas, to: latakia, mode: .sea,
            constraints: LegConstraints(avoiding: ["Suez"]))
        #expect(!leg.passages.contains("Suez Canal"))
        #expect(leg.passages.contains("Cape of Good Hope"))
    }

    @Test("A sea by its shape is steered for; one already on the way costs nothing")
    func area() throws {
        let adriatic = NamedWaters.area(
            name: "Adriatic Sea",
            polygons: [
                Polygon(outer: [
                    Coordinate(latitude: 42, longitude: 16.5),
                    Coordinate(latitude: 42, longitude: 18),
                    Coordinate(latitude: 43.2, longitude: 15.8),
                    Coordinate(latitude: 43, longitude: 14.8),
                ])
            ])
        let free = try planner.plan(from: bandarAbbas, to: rotterdam, mode: .sea)
        let bent = try planner.plan(
            from: bandarAbbas, to: rotterdam, mode: .sea,
            constraints: LegConstraints(through: [adriatic]))
        #expect(bent.passages.contains("Strait of Otranto"))
        #expect((bent.drawn?.kilometres ?? 0) > (free.drawn?.kilometres ?? 0) + 500)

        let mediterranean = NamedWaters.area(
            name: "Mediterranean Sea",
            polygons: [
                Polygon(outer: [
                    Coordinate(latitude: 33, longitude: 20),
                    Coordinate(latitude: 33, longitude: 30),
                    Coordinate(latitude: 36, longitude: 30),
                    Coordinate(latitude: 36, longitude: 20),
                ])
            ])
        let same = try planner.plan(
            from: bandarAbbas, to: rotterdam, mode: .sea,
            constraints: LegConstraints(through: [mediterranean]))
        #expect(same.line == free.line)
    }
}
