import Foundation
import Routing
import Testing

/// A damaged graph is refused with a reason, never read as far as it goes.
@Suite("The file of the sea graph")
struct SeaGraphFileTests {
    private func refuses(_ bytes: Data, _ words: String) throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "periplus-\(UUID().uuidString).graph")
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = #expect(throws: RoutingError.self) { try LegPlanner(graph: file) }
        #expect(error?.description.contains(words) ?? false, "\(String(describing: error))")
    }

    @Test("a missing file")
    func missing() {
        let error = #expect(throws: RoutingError.self) {
            try LegPlanner(graph: URL(filePath: "/nowhere/sea.graph"))
        }
        #expect(error?.description.contains("/nowhere/sea.graph") ?? false)
    }

    @Test("something else, cut short, changed")
    func damaged() throws {
        let whole = try Data(contentsOf: SeaPlanner.graph)
        try refuses(Data(), "no graph")
        try refuses(Data("these are notes".utf8), "no graph")
        try refuses(whole.prefix(1_000_000), "cut short")
        try refuses(whole + Data([0, 0, 0, 0]), "cut short")
        for place in [8, 16, 1_000, whole.count / 2, whole.count - 1] {
            var changed = whole
            changed[place] ^= 0x10
            try refuses(changed, "damaged")
        }
    }

    @Test("the layout of another version, with what to do")
    func otherVersion() throws {
        var old = try Data(contentsOf: SeaPlanner.graph)
        old[7] = UInt8(ascii: "1")
        try refuses(old, "its layout is version 1, this program reads version 3")
        try refuses(old, "Scripts/build-sea-graph")
    }

    @Test("sections that do not fit together, although the checksum is right")
    func unfit() throws {
        // A file whose sections are all empty: no shores, no nodes, no lines.
        var empty = Data("PSEAGRF3".utf8)
        empty.append(contentsOf: [UInt8](repeating: 0, count: 8 + 4 * 11))
        try refuses(empty, "damaged")
    }
}
