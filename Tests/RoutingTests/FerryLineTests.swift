import Geodesy
import Routing
import Testing

@Suite("Ferries that are known by their ports")
struct FerryLineTests {
    private let planner: LegPlanner

    init() throws { planner = try SeaPlanner.planner() }

    private let dover = Coordinate(latitude: 51.13, longitude: 1.31)
    private let calais = Coordinate(latitude: 50.95, longitude: 1.86)
    private let tunis = Coordinate(latitude: 36.82, longitude: 10.18)

    @Test("a ferry calls at both of its ports, whichever comes first")
    func known() {
        #expect(planner.ferry(from: dover, to: calais) == "Dover-Calais ferry")
        #expect(planner.ferry(from: calais, to: dover) == "Dover-Calais ferry")
        let marseille = Coordinate(latitude: 43.30, longitude: 5.38)
        #expect(planner.ferry(from: marseille, to: tunis) == "Marseille-Tunis ferry")
    }

    @Test("none between one port and itself, ports of two ferries, or far from a port")
    func none() {
        #expect(planner.ferry(from: dover, to: dover) == nil)
        #expect(planner.ferry(from: calais, to: tunis) == nil)
        #expect(planner.ferry(from: dover, to: Coordinate(latitude: 50.40, longitude: 2.80)) == nil)
    }
}
