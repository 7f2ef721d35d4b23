import Geodesy
import Routing
import Testing

@Suite("What cannot be reached by sea, or only over a gap")
struct SeaRefusalTests {
    let kabul = Coordinate(latitude: 34.5253, longitude: 69.1783)
    let karachi = Coordinate(latitude: 24.835, longitude: 66.98)

    @Test("A place far inland is told with its distance from the sea")
    func inland() throws {
        let planner = try SeaPlanner.planner()
        let error = #expect(throws: RoutingError.self) {
            try planner.plan(from: kabul, to: karachi, mode: .sea)
        }
        guard case .notCoastal(.start, kabul, let distance) = error else {
            Issue.record("not told that the start lies inland")
            return
        }
        #expect((1_000...1_200).contains(distance.kilometres))
        let sentence = error?.sentence(start: "Kabul", end: "Karachi") ?? ""
        #expect(sentence.hasPrefix("Kabul is 1,0") || sentence.hasPrefix("Kabul is 1,1"))
        #expect(sentence.hasSuffix("km from the sea"))
    }

    @Test("A town a little inland is joined from the nearest shore, with the gap")
    func gap() throws {
        let planner = try SeaPlanner.planner()
        let rome = Coordinate(latitude: 41.8933, longitude: 12.4829)
        let leg = try planner.plan(
            from: rome, to: Coordinate(latitude: 36.8, longitude: 10.3), mode: .sea)
        #expect((15...40).contains(leg.startGap.kilometres))
    }

    @Test("Lakes without a way to the sea are waters of their own")
    func lake() throws {
        let planner = try SeaPlanner.planner()
        let baikal = Coordinate(latitude: 53.5, longitude: 108)
        #expect(throws: RoutingError.self) {
            try planner.plan(from: baikal, to: karachi, mode: .sea)
        }
    }
}
