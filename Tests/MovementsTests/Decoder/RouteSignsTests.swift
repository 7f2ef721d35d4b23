import Testing

@testable import Movements

@Suite("Words that belong to one route of a sentence")
struct RouteSignsTests {
    @Test("a word belongs to the route told nearest to it, or to several told as near")
    func nearest() {
        let first = RouteSigns(own: [10, 40], others: [[80, 100]])
        #expect(first.own(50))
        #expect(!first.own(70))
        #expect(first.own(60))
        #expect(RouteSigns(own: [80, 100], others: [[10, 40]]).own(60))
    }

    @Test("a sentence's only route has all its words, however far off")
    func alone() {
        #expect(RouteSigns(own: [10], others: []).own(500))
        #expect(RouteSigns(own: [], others: []).own(0))
    }
}
