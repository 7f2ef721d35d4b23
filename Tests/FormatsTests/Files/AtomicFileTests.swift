import Foundation
import Testing

@testable import Formats

@Suite("Files appear whole or not at all")
struct AtomicFileTests {
    @Test("An abandoned write leaves the old file, and nothing beside it")
    func abandoned() throws {
        let folder = try ScratchFolder()
        let file = folder.file("map.geojson")
        try Data("old".utf8).write(to: file)
        do {
            var half = try AtomicFile(at: file)
            try half.write(String(repeating: "new", count: 100_000))
        }
        #expect(try Data(contentsOf: file) == Data("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }

    @Test("A finished write replaces the old file and keeps its permissions")
    func finished() throws {
        let folder = try ScratchFolder()
        let file = folder.file("map.geojson")
        try Data("old".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        var whole = try AtomicFile(at: file)
        try whole.write("new ")
        try whole.write([UInt8](repeating: UInt8(ascii: "x"), count: 200_000))
        try whole.commit()
        let data = try Data(contentsOf: file)
        #expect(data.count == 200_004)
        #expect(data.prefix(5) == Data("new x".utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test("A link stays a link; what it leads to is replaced")
    func link() throws {
        let folder = try ScratchFolder()
        let (link, file) = (folder.file("link.html"), folder.file("file.html"))
        try Data("old".utf8).write(to: file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        var whole = try AtomicFile(at: link)
        try whole.write("new")
        try whole.commit()
        #expect(try String(contentsOf: file, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    }

    @Test("A name as long as the system takes is written")
    func longName() throws {
        let folder = try ScratchFolder()
        let file = folder.file(String(repeating: "ä", count: 120) + ".geojson")
        try GeoJSONWriter().write(Maps.empty, to: file)
        #expect(FileManager.default.fileExists(atPath: file.path))
    }

    @Test("A pipe takes the legs of CSV, and no file appears beside it")
    func pipe() throws {
        try CSVWriter().write(Maps.caspian, to: URL(filePath: "/dev/null"))
        #expect(!FileManager.default.fileExists(atPath: "/dev/null.places"))
    }

    @Test("A missing folder, and a folder in the file's place, are told apart from a full disk")
    func refused() throws {
        let folder = try ScratchFolder()
        let missing = folder.file("no/such/map.geojson")
        #expect(
            throws: FormatError.cannotCreate(
                path: missing.path, reason: "No such file or directory")
        ) { try GeoJSONWriter().write(Maps.empty, to: missing) }
        #expect(
            throws: FormatError.cannotCreate(path: folder.url.path, reason: "Is a directory")
        ) { try GeoJSONWriter().write(Maps.empty, to: folder.url) }
        let full = URL(filePath: "/dev/full")
        #expect(
            throws: FormatError.cannotWrite(path: "/dev/full", reason: "No space left on device")
        ) { try GeoJSONWriter().write(Maps.empty, to: full) }
    }
}
