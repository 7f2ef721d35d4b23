import Testing

@testable import Movements

@Suite("From scores to routes")
struct RouteDecoderTests {
    /// A route that a reader might propose, stated by a word at an offset of a sentence of a hundred bytes.
    static func proposal(
        _ origin: Int?, _ destination: Int?, _ probability: Double, at offset: Int = 0,
        ways: [RouteProposal.Way] = [], status: Movement.Status = .asserted,
        relation: Movement.Relation = .transport, cargo: Range<Int>? = nil,
        originRange: Range<Int>? = nil,
        destinationRange: Range<Int>? = nil
    ) -> RouteProposal {
        let sentence = offset / 100 * 100
        return RouteProposal(
            origin: origin, destination: destination, originMention: origin,
            destinationMention: destination, probability: probability, ways: ways, mode: .sea,
            status: status, relation: relation, isBidirectional: false,
            trigger: offset..<(offset + 4), cargo: cargo, utf8Range: sentence..<(sentence + 100),
            originRange: originRange, destinationRange: destinationRange)
    }

    /// The routes as pairs of ends, -1 for an open one.
    private func routes(
        _ proposals: [RouteProposal], containers: [Int: Set<Int>] = [:], lists: [Int?] = [],
        bar: Double = 0.5
    ) -> [[Int]] {
        let decoder = RouteDecoder(
            bar: bar, passedBar: 0.5, containers: (0..<6).map { containers[$0] ?? [] },
            lists: lists, goods: { _ in [] })
        return decoder.routes(of: proposals).map { [$0.origin ?? -1, $0.destination ?? -1] }
    }

    @Test("A route needs the bar, and no more")
    func bar() {
        let proposals = [
            Self.proposal(0, 1, 0.5, at: 10), Self.proposal(2, 3, 0.49, at: 20),
        ]
        #expect(routes(proposals) == [[0, 1]])
        #expect(routes(proposals, bar: 0.4) == [[0, 1], [2, 3]])
        #expect(routes(proposals, bar: 0.6).isEmpty)
    }

    @Test("Two sentences that state one route give one, as the surer tells it")
    func once() {
        let decoder = RouteDecoder(
            bar: 0.5, passedBar: 0.5, containers: [[], []], goods: { _ in [] })
        let routes = decoder.routes(of: [
            Self.proposal(0, 1, 0.7, at: 10), Self.proposal(0, 1, 0.9, at: 110, status: .planned),
            Self.proposal(0, 1, 0.8, at: 210),
        ])
        #expect(routes.map(\.probability) == [0.9])
        #expect(routes.map(\.status) == [.planned])
    }

    @Test(
        "What a later sentence moves between the same places is another route, unless it may be the same goods",
        arguments: [
            ("grain", "tanks", 2), ("attack drones", "drones", 1), ("Drone", "the drones", 1),
            ("grain", nil, 1), (nil, nil, 1), ("зерно", "зерна", 1), ("小麦", "坦克", 2),
        ] as [(String?, String?, Int)])
    func goods(one: String?, other: String?, count: Int) {
        let text = Array(((one ?? "") + "|" + (other ?? "")).utf8)
        let middle = one?.utf8.count ?? 0
        let decoder = RouteDecoder(
            bar: 0.5, passedBar: 0.5, containers: [[], []],
            goods: { $0.cargo.map { text[$0] } ?? [] })
        let routes = decoder.routes(of: [
            Self.proposal(0, 1, 0.9, at: 10, cargo: one.map { _ in 0..<middle }),
            Self.proposal(0, 1, 0.7, at: 110, cargo: other.map { _ in (middle + 1)..<text.count }),
        ])
        #expect(routes.count == count)
        #expect(routes.first?.repeats == (count == 1 ? [100..<200] : []))
    }

    @Test("What is told again in another status, or of a trade, is no evidence of a way")
    func otherStatus() {
        let decoder = RouteDecoder(
            bar: 0.5, passedBar: 0.5, containers: [[], []], goods: { _ in [] })
        let routes = decoder.routes(of: [
            Self.proposal(0, 1, 0.9, at: 10), Self.proposal(0, 1, 0.8, at: 110, status: .negated),
            Self.proposal(0, 1, 0.7, at: 210),
            Self.proposal(0, 1, 0.6, at: 310, relation: .trade),
        ])
        #expect(routes.map(\.repeats) == [[200..<300]])
    }

    @Test("An end that is not named gives way to one that is, though it be surer or told elsewhere")
    func openEnds() {
        #expect(routes([Self.proposal(nil, 1, 0.9), Self.proposal(0, 1, 0.6)]) == [[0, 1]])
        #expect(
            routes([Self.proposal(0, nil, 0.9), Self.proposal(0, 1, 0.6, at: 110)]) == [[0, 1]])
        #expect(routes([Self.proposal(nil, 1, 0.9), Self.proposal(0, 1, 0.3)]) == [[-1, 1]])
    }

    @Test("An open end stays where the named one is of another route")
    func openEndsElsewhere() {
        // Where something comes from says nothing of where that place sends things.
        #expect(
            routes([Self.proposal(0, 1, 0.9, at: 10), Self.proposal(1, nil, 0.9, at: 20)])
                == [[0, 1], [1, -1]])
        #expect(
            routes([Self.proposal(nil, 0, 0.9, at: 10), Self.proposal(0, 1, 0.9, at: 20)])
                == [[-1, 0], [0, 1]])
    }

    @Test("What a place lies in is never its other end")
    func containers() {
        let inside = [0: Set([1])]
        #expect(routes([Self.proposal(0, 1, 0.99)], containers: inside).isEmpty)
        #expect(routes([Self.proposal(1, 0, 0.99)], containers: inside).isEmpty)
        #expect(routes([Self.proposal(0, 2, 0.99)], containers: inside) == [[0, 2]])
    }

    @Test("What a place lies in is no second end beside it in the same sentence")
    func containerBesidePlace() {
        let inside = [1: Set([2])]
        let both = [Self.proposal(0, 1, 0.6, at: 10), Self.proposal(0, 2, 0.9, at: 10)]
        #expect(routes(both, containers: inside) == [[0, 1]])
        #expect(routes(both) == [[0, 1], [0, 2]])
        let back = [Self.proposal(1, 0, 0.6, at: 10), Self.proposal(2, 0, 0.9, at: 10)]
        #expect(routes(back, containers: inside) == [[1, 0]])
        // Another sentence may speak of the whole country.
        let apart = [Self.proposal(0, 1, 0.6, at: 10), Self.proposal(0, 2, 0.9, at: 110)]
        #expect(routes(apart, containers: inside) == [[0, 1], [0, 2]])
    }

    @Test("An end named in another sentence gives way to a surer one of the same route")
    func endElsewhere() {
        // Both places of origin stand before the sentence at 100, or both in it.
        func proposals(_ places: [Range<Int>]) -> [RouteProposal] {
            [
                Self.proposal(0, 2, 0.6, at: 110, originRange: places[0]),
                Self.proposal(1, 2, 0.9, at: 110, originRange: places[1]),
            ]
        }
        #expect(routes(proposals([10..<16, 30..<36])) == [[1, 2]])
        #expect(routes(proposals([10..<16, 130..<136])) == [[1, 2]])
        #expect(routes(proposals([120..<126, 130..<136])) == [[0, 2], [1, 2]])
        #expect(routes(proposals([120..<126, 30..<36])) == [[0, 2], [1, 2]])
        let goals = [
            Self.proposal(2, 0, 0.9, at: 110, destinationRange: 120..<126),
            Self.proposal(2, 1, 0.6, at: 110, destinationRange: 10..<16),
        ]
        #expect(routes(goals) == [[2, 0]])
    }

    @Test("What a place lies in is not passed beside it")
    func containerPassed() {
        let ways = [
            RouteProposal.Way(node: 2, mention: 2, utf8Range: 20..<26, probability: 0.9),
            RouteProposal.Way(node: 3, mention: 3, utf8Range: 30..<36, probability: 0.9),
        ]
        let route = Self.proposal(0, 1, 0.9, ways: ways)
        func passed(_ containers: [Set<Int>]) -> [Int] {
            RouteDecoder(bar: 0.5, passedBar: 0.5, containers: containers, goods: { _ in [] })
                .passed(route)
        }
        #expect(passed([[], [], [], []]) == [2, 3])
        #expect(passed([[], [2], [], []]) == [3])
        #expect(passed([[], [], [], [2]]) == [3])
    }

    @Test("What a place lies in does not displace the open end")
    func containerAndOpenEnd() {
        #expect(
            routes(
                [Self.proposal(1, 0, 0.99), Self.proposal(nil, 0, 0.8)], containers: [0: [1]])
                == [[-1, 0]])
    }

    @Test("Of two directions in one sentence the surer stands; in two sentences both do")
    func directions() {
        #expect(
            routes([Self.proposal(0, 1, 0.6, at: 10), Self.proposal(1, 0, 0.9, at: 20)]) == [
                [1, 0]
            ])
        #expect(
            routes([Self.proposal(0, 1, 0.6, at: 10), Self.proposal(1, 0, 0.9, at: 120)])
                == [[0, 1], [1, 0]])
    }

    @Test("Routes come in the order of the words that state them")
    func order() {
        let proposals = [
            Self.proposal(4, 5, 0.6, at: 250), Self.proposal(1, 2, 0.7, at: 60),
            Self.proposal(0, 1, 0.9, at: 20), Self.proposal(2, 3, 0.8, at: 120),
        ]
        let expected = [[0, 1], [1, 2], [2, 3], [4, 5]]
        #expect(routes(proposals) == expected)
        #expect(routes(proposals.reversed()) == expected)
    }

    @Test("Two routes of one word come in the order of their places")
    func orderOfPlaces() {
        let proposals = [3, 1, 5, 2].map { Self.proposal(0, $0, 0.9, at: 20) }
        #expect(routes(proposals) == [[0, 1], [0, 2], [0, 3], [0, 5]])
    }

    @Test("Places passed need a bar of their own and come in the order of the text")
    func passed() {
        let ways = [(4, 0.9), (2, 0.5), (3, 0.49)].map {
            RouteProposal.Way(node: $0, mention: $0, utf8Range: 0..<1, probability: $1)
        }
        let decoder = RouteDecoder(
            bar: 0.9, passedBar: 0.5, containers: Array(repeating: [], count: 5), goods: { _ in [] }
        )
        #expect(decoder.passed(Self.proposal(0, 1, 0.9, ways: ways)) == [2, 4])
    }

    @Test("What is told of half of a list is told of the others, if the reader thinks so at all")
    func lists() {
        // "From 0, 1 and 2 to 3": places 0 to 2 are one list.
        let list = [0, 0, 0, nil, nil, nil]
        let told = [Self.proposal(0, 3, 0.8, at: 10), Self.proposal(1, 3, 0.6, at: 10)]
        #expect(routes(told + [Self.proposal(2, 3, 0.2, at: 10)], lists: list).count == 3)
        #expect(routes(told + [Self.proposal(2, 3, 0.2, at: 10)]).count == 2)
        #expect(routes(told + [Self.proposal(2, 3, 0.1, at: 10)], lists: list).count == 2)
        // Another sentence, another end, a third only of the list.
        #expect(routes(told + [Self.proposal(2, 3, 0.2, at: 110)], lists: list).count == 2)
        #expect(routes(told + [Self.proposal(2, 4, 0.2, at: 10)], lists: list).count == 2)
        #expect(
            routes([told[0], Self.proposal(2, 3, 0.2, at: 10)], lists: list) == [[0, 3]])
    }

    @Test("Two places of one list are not each other's ends for it")
    func endsOfOneList() {
        let list = [0, 0, 0, nil, nil, nil]
        #expect(
            routes(
                [Self.proposal(0, 2, 0.9, at: 10), Self.proposal(1, 2, 0.3, at: 10)], lists: list)
                == [[0, 2]])
    }

    @Test("What a list adds is told as the surest of the list, and is less sure than that")
    func toldLikeTheList() throws {
        let decoder = RouteDecoder(
            bar: 0.5, passedBar: 0.5, containers: Array(repeating: [], count: 4),
            lists: [0, 0, nil, nil], goods: { _ in [] })
        let routes = decoder.routes(of: [
            Self.proposal(0, 3, 0.9, at: 10, status: .planned),
            Self.proposal(1, 3, 0.3, at: 10, status: .negated),
        ])
        #expect(routes.map(\.status) == [.planned, .planned])
        #expect(routes.map(\.probability) == [0.9, 0.6])
    }

    @Test("Nothing proposed, nothing given")
    func nothing() {
        #expect(routes([]).isEmpty)
    }
}
