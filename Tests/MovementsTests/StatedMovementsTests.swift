import Geoparsing
import Testing

@testable import Movements

@Suite("What a document states, with other mentions")
struct StatedMovementsTests {
    /// Three places, of which a movement names the first and the last.
    private func stated() -> StatedMovements {
        var mentions = ["Odesa", "Kyiv", "Varna"].enumerated().map { index, name in
            Mention(utf8Range: (index * 10)..<(index * 10 + name.utf8.count), text: name)
        }
        mentions[2].container = 1
        mentions[2].listedBehind = 0
        let movement = Movement(
            origin: 0, destination: 2, evidence: [0..<30], rule: "test", confidence: 1)
        return StatedMovements(movements: [movement], claims: [], mentions: mentions)
    }

    @Test("The mentions that movements name")
    func named() {
        #expect(stated().namedByMovements == [0, 2])
    }

    @Test("Without a mention all roles point to the places they meant")
    func removing() {
        let rest = stated().removing([1])
        #expect(rest.mentions.map(\.text) == ["Odesa", "Varna"])
        #expect(rest.movements.map(\.origin) == [0] && rest.movements.map(\.destination) == [1])
        #expect(rest.mentions[1].container == nil && rest.mentions[1].listedBehind == 0)
        #expect(stated().removing([]).mentions.count == 3)
    }

    @Test("In the order of the text all roles point to the places they meant")
    func order() {
        var mixed = stated()
        mixed.mentions.reverse()
        mixed.movements[0].origin = 2
        mixed.movements[0].destination = 0
        mixed.mentions[0].container = 1
        mixed.mentions[0].listedBehind = 2
        let ordered = mixed.inTextOrder()
        #expect(ordered.mentions.map(\.text) == ["Odesa", "Kyiv", "Varna"])
        #expect(ordered.movements[0].origin == 0 && ordered.movements[0].destination == 2)
        #expect(ordered.mentions[2].container == 1 && ordered.mentions[2].listedBehind == 0)
    }
}
