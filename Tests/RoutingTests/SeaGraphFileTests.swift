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
        var changed = whole
        // The length of the first section.
        changed[8] ^= 0x10
        try refuses(changed, "damaged")
    }
}
