import Foundation
import Gazetteers
import Testing

@Suite("Files that are no gazetteer, or a damaged one")
struct HostileFilesTests {
    private func open(_ url: URL) -> GazetteerError? {
        do {
            _ = try Gazetteer(at: url)
            return nil
        } catch {
            return error
        }
    }

    private func change(_ url: URL, _ edit: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: url)
        edit(&data)
        try data.write(to: url)
    }

    @Test("a missing file")
    func missing() throws {
        let folder = try SmallTables()
        #expect(open(folder.url("none.sqlite")) == .missing(path: folder.url("none.sqlite").path))
    }

    @Test("a folder, an empty file, text and another SQLite file")
    func foreign() throws {
        let folder = try SmallTables()
        #expect(open(folder.folder) == .foreign(path: folder.folder.path))
        try folder.write("x.sqlite", "")
        #expect(open(folder.url("x.sqlite"))?.description.contains("empty") == true)
        try folder.write("x.sqlite", "hello")
        #expect(open(folder.url("x.sqlite")) == .foreign(path: folder.url("x.sqlite").path))
        try folder.write("x.sqlite", "SQLite format 3\0" + String(repeating: "\0", count: 4_096))
        #expect(open(folder.url("x.sqlite")) == .foreign(path: folder.url("x.sqlite").path))
    }

    @Test("a database or index cut short", arguments: ["", ".index"], [1, 100, 4_096])
    func truncated(suffix: String, cut: Int) throws {
        let folder = try SmallTables()
        let built = try folder.build("a.sqlite")
        try change(URL(fileURLWithPath: built.path + suffix)) { $0.removeLast(cut) }
        guard case .damaged = open(built) else {
            Issue.record("a file cut short by \(cut) bytes was opened")
            return
        }
    }

    @Test("a database without its index, and one with another's")
    func strangers() throws {
        let folder = try SmallTables()
        let built = try folder.build("a.sqlite")
        try FileManager.default.removeItem(atPath: built.path + ".index")
        #expect(open(built)?.description.contains("index file is missing") == true)
        _ = try folder.build("a.sqlite")
        // The change counter of SQLite, big-endian at 24: another program wrote to the file.
        try change(built) { $0[27] &+= 1 }
        #expect(open(built)?.description.contains("another state") == true)
    }

    @Test("a newer layout")
    func newer() throws {
        let folder = try SmallTables()
        let built = try folder.build("a.sqlite")
        try change(built) { $0[63] = 99 }  // user_version, big-endian at 60
        guard case .newerLayout(_, 99, _) = open(built) else {
            Issue.record("a newer layout was opened")
            return
        }
    }

    @Test("damage in the middle is no crash", arguments: 0..<40)
    func scrambled(seed: Int) throws {
        let folder = try SmallTables()
        let built = try folder.build("a.sqlite")
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        try change(URL(fileURLWithPath: built.path + ".index")) { data in
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                data[512 + Int(state >> 33) % (data.count - 512)] = UInt8(
                    truncatingIfNeeded: state >> 24)
            }
        }
        // Whatever it answers, it must come back.
        guard let gazetteer = try? Gazetteer(at: built) else { return }
        for name in ["Amirabad", "Behshahr", "BSM", "Caspian Sea"] {
            for match in gazetteer.matches(for: name) {
                #expect(match.quality > 0)
                _ = gazetteer.shape(of: match.place.id)
                _ = gazetteer.names(of: match.place.id)
            }
            var query = GazetteerQuery(name: name)
            query.matching = .fuzzy
            #expect(gazetteer.search(query).count <= 50)
        }
    }

    @Test("a folder that cannot be written to")
    func unwritable() throws {
        let folder = try SmallTables()
        #expect(throws: GazetteerError.self) {
            try GazetteerBuilder().build(
                from: folder.folder, to: URL(fileURLWithPath: "/proc/periplus/a.sqlite"))
        }
    }
}
