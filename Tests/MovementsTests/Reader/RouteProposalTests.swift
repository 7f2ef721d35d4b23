import Language
import Testing

@testable import Movements

@Suite("A proposal among more mentions")
struct RouteProposalTests {
    /// The input of a text with its places marked, all of them or all but one.
    private func input(without left: Int? = nil) throws -> ReaderInput {
        let example = try MovementCase(
            marked: "[Izmir] is calm. From [Odesa] via [Ruse] to [Varna].")
        let mentions = example.mentions.enumerated().filter { $0.offset != left }.map(\.element)
        return ReaderInput(Analysis(utf8: [], tokens: [], sentences: []), mentions: mentions)
    }

    private func proposal(in input: ReaderInput) -> RouteProposal {
        RouteProposal(
            origin: 0, destination: 2, originMention: 0, destinationMention: 2, probability: 0.9,
            ways: [.init(node: 1, mention: 1, utf8Range: input.mentions[1], probability: 0.8)],
            mode: .sea, status: .asserted, relation: .transport, isBidirectional: false,
            trigger: 16..<20, cargo: nil, utf8Range: 16..<45, originRange: input.mentions[0],
            destinationRange: input.mentions[2])
    }

    @Test("It finds its places by where they stand")
    func found() throws {
        let few = try input(without: 0)
        let moved = try #require(proposal(in: few).found(in: input()))
        #expect(moved.origin == 1 && moved.destination == 3)
        #expect(moved.originMention == 1 && moved.destinationMention == 3)
        #expect(moved.ways.map(\.mention) == [2] && moved.ways.map(\.node) == [2])
        #expect(moved.probability == 0.9)
    }

    @Test("Without one of its ends there is none, without one passed there is one place less")
    func lost() throws {
        let few = try input(without: 0)
        let none = proposal(in: few).found(in: try input(without: 3))
        #expect(none?.origin == nil)
        let moved = try #require(proposal(in: few).found(in: input(without: 2)))
        #expect(moved.ways.isEmpty && moved.destination == 2)
    }

    @Test("A mention is found by the whole of its place")
    func mention() throws {
        let input = try input()
        let place = input.mentions[2]
        #expect(input.mention(at: place) == 2)
        #expect(input.mention(at: place.lowerBound..<(place.upperBound - 1)) == nil)
        #expect(input.mention(at: 1_000..<1_005) == nil)
    }
}
