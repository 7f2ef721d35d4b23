import RouteMaps
import Testing

@testable import Formats

@Suite("Texts that stand twice")
struct DocumentCopiesTests {
    private func firsts(_ texts: String...) -> [Int] {
        DocumentCopies(texts.map { MapFixture($0).map }).firsts
    }

    private static let wire = """
        The freighter left Amirabad at noon with nine crew and four hundred crates of machine parts, port workers said. \
        It is due at Makhachkala on Thursday, where trains wait to take the crates further north. Two more ships of the \
        same owner are loading at the next pier, and a third lies at anchor off the breakwater for want of a berth.
        """

    @Test("Word for word the same, whatever stands between the words")
    func same() {
        #expect(
            firsts("A ferry sails.", "Another one.", "a ferry  sails", "A ferry sails.\n") == [
                0, 1, 0, 0,
            ])
    }

    @Test("Copies of a report with another head and a line cut are the same text")
    func nearly() {
        let cut =
            "(Harbour Desk) "
            + Self.wire.replacing(
                ", and a third lies at anchor off the breakwater for want of a berth", with: "")
        #expect(firsts(Self.wire, cut) == [0, 0])
    }

    @Test("Two reports on one thing are two")
    func different() {
        let other = """
            Port workers said that the freighter from Amirabad would reach Makhachkala on Thursday. Nine people are on board \
            and four hundred crates; what is in them nobody would say. Trains are to carry the crates further north from \
            there. The owner has two more ships at the pier and one that waits outside the harbour until a berth is free.
            """
        #expect(firsts(Self.wire, other) == [0, 1])
    }

    @Test("Texts without words are no copies of each other")
    func empty() {
        #expect(firsts("", "", " \n") == [0, 1, 2])
    }
}
