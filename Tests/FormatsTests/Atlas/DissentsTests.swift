import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("What texts contradict each other in")
struct DissentsTests {
    @Test("A route that is stated here and denied there is told of on both")
    func both() {
        let denied = FlowTests.report("wheat", status: .negated)
        let atlas = Atlas([FlowTests.report("wheat"), denied])
        let dissents = Dissents(atlas)
        var others: [[Int]] = []
        atlas.forEachRoute { others.append(dissents.others(than: $0).map(\.number)) }
        let count = denied.routes.count
        #expect(others.first?.contains(count + 1) == true)
        #expect(others[count].contains(1))
    }

    @Test("Texts that agree contradict nothing")
    func none() {
        let atlas = Atlas([FlowTests.report("wheat"), FlowTests.report("maize")])
        let dissents = Dissents(atlas)
        atlas.forEachRoute { #expect(dissents.others(than: $0).isEmpty) }
    }
}
