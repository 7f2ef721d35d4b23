import Documents
import Geoparsing
import Testing

@testable import Movements

/// The sentences of `Cases` through the whole room.
///
/// No reader gets all of them right: a share must be, and what is missed is named. A floor is a few
/// points under what the model reached when it was set.
@Suite("Movements a text states")
struct MovementExtractorTests {
    let tally: CaseTally

    init() throws { tally = try CaseTally.shared() }

    @Test("Of the movements stated most are found, by both ends")
    func found() {
        #expect(tally.found.share >= 0.85, "\(tally.found)")
    }

    @Test("Of the movements given most are stated")
    func stated() {
        #expect(tally.surplus.share >= 0.92, "\(tally.surplus)")
    }

    @Test("Of the texts that state none most stay without a route")
    func none() {
        #expect(tally.none.share >= 0.75, "\(tally.none)")
    }

    @Test("Of those found most have the mode, the status and the cargo that the text gives")
    func traits() {
        #expect(tally.mode.share >= 0.95, "\(tally.mode)")
        #expect(tally.status.share >= 0.94, "\(tally.status)")
        #expect(tally.cargo.share >= 0.9, "\(tally.cargo)")
    }

    @Test("Of the ways with stops most have them all")
    func passed() {
        #expect(tally.via.share >= 0.83, "\(tally.via)")
    }

    @Test("Every movement says what decided, how surely, and by which words")
    func complete() throws {
        let reader = try Reader.shared()
        for example in try MovementCase.all(in: "chains") {
            let (stated, document) = reader.read(example.text, example.mentions)
            for movement in stated.movements {
                #expect(movement.rule == "reader" || movement.relation == .use)
                #expect((reader.extractor.reader.bar...1).contains(movement.confidence))
                let trigger = try #require(movement.trigger)
                let words = document.text(at: trigger)
                #expect(!words.isEmpty && !words.contains(" "), "\(words)")
                #expect(movement.evidence[0].contains(trigger.lowerBound))
                #expect(movement.origin != nil || movement.destination != nil)
                #expect(movement.continues.map { $0 < stated.movements.count } ?? true)
            }
        }
    }

    @Test("A higher bar gives no route that a lower one does not")
    func bar() throws {
        let reader = try Reader.shared()
        for example in try MovementCase.all(in: "status") {
            func routes(_ bar: Double) -> Set<[Int?]> {
                Set(
                    reader.read(example.text, example.mentions, bar: bar).0.movements.map {
                        [$0.origin, $0.destination]
                    })
            }
            let few = routes(0.95)
            #expect(few.isSubset(of: routes(0.5)), "\(example.text)")
            #expect(routes(1.01).isEmpty)
        }
    }

    @Test("The same text gives the same movements, whatever was read before")
    func determinism() throws {
        let reader = try Reader.shared()
        let examples = try MovementCase.all(in: "via")
        let first = examples.map { reader.read($0.text, $0.mentions).0.movements }
        let again = examples.reversed().map { reader.read($0.text, $0.mentions).0.movements }
        #expect(first == again.reversed())
    }
    @Test("A task that is cancelled reads no more")
    func cancelled() async throws {
        let reader = try Reader.shared()
        let example = try #require(
            try MovementCase.all(in: "verbs").first {
                !reader.read($0.text, $0.mentions).0.movements.isEmpty
            })
        let movements = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return reader.read(example.text, example.mentions).0.movements
        }.value
        #expect(movements.isEmpty)
    }
}
