import Geodesy
import Testing

@Suite("Lengths")
struct DistanceTests {
    @Test("A marathon in each unit; both miles are exact by definition")
    func units() {
        let marathon = Distance(metres: 42_195)
        #expect(abs(marathon.kilometres - 42.195) < 1e-9)
        #expect(abs(marathon.nauticalMiles - 22.783_477) < 1e-6)
        #expect(abs(marathon.miles - 26.218_757) < 1e-6)
        #expect(Distance(nauticalMiles: 1).metres == 1_852)
        #expect(Distance(miles: 1).metres == 1_609.344)
        #expect(Distance(kilometres: 1).metres == 1_000)
    }

    @Test("Lengths add up and have an order")
    func sums() {
        var way = Distance(metres: 700)
        way += Distance(kilometres: 1)
        #expect(way == Distance(metres: 1_700))
        #expect(way + .zero == way)
        #expect(Distance(nauticalMiles: 1) < Distance(metres: 1_853))
    }
}
