import Foundation
import Testing

@testable import Language

/// What is kept for the next call, and what is let go.
@Suite("Pool of what is idle")
struct IdlePoolTests {
    @Test("the one put back last is the next taken")
    func lastIsFirst() {
        let pool = IdlePool<Int>()
        #expect(pool.take() == nil)
        for number in 1...3 { pool.put(number) }
        #expect(pool.take() == 3)
        #expect(pool.count == 2)
    }

    @Test("what nobody has wanted for long is let go, all of it and once more after another rush")
    func shrinks() async throws {
        let pool = IdlePool<Int>(patience: .milliseconds(20))
        for _ in 0..<2 {
            for number in 0..<8 { pool.put(number) }
            // As long as it takes a busy machine.
            for _ in 0..<3000 where pool.count > 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(pool.count == 0)
        }
    }

    @Test("what is put back later stays when the earlier goes")
    func keepsTheNewer() {
        let pool = IdlePool<Int>(patience: .seconds(600))
        let before = ContinuousClock.now
        pool.put(1)
        let between = ContinuousClock.now
        pool.put(2)
        pool.trim(at: before + .seconds(599))
        #expect(pool.count == 2)
        pool.trim(at: between + .seconds(600))
        #expect(pool.count == 1)
        #expect(pool.take() == 2)
    }

    @Test("a model keeps no more scratch memory than was in use at once")
    func modelKeepsWhatItUsed() async throws {
        let model = try LanguageModel(contentsOf: LanguageFiles.english)
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask { _ = model.analyse("The ferry left Aktau.", entities: false) }
            }
        }
        #expect((1...4).contains(model.workspaces.count))
    }
}
