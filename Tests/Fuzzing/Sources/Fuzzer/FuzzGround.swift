import Foundation
import Gazetteers
import Periplus

/// The data that targets work over, and a folder for files that they read.
struct FuzzGround: Sendable {
    /// What the environment should have had.
    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String { "there is no \(what)" }
    }

    let data: DataDirectory
    let scratch: URL

    init(_ environment: [String: String]) throws {
        func folder(_ name: String) throws -> URL {
            guard let path = environment[name] else { throw Missing(what: name) }
            return URL(fileURLWithPath: path)
        }
        data = DataDirectory(
            url: try folder("FUZZ_DATA"), gazetteer: try folder("FUZZ_GAZETTEER"))
        scratch = try folder("FUZZ_SCRATCH").appending(path: "\(getpid())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    /// The whole pipeline.
    func mapper() throws -> RouteMapper { try RouteMapper(data: data) }

    /// A file with some bytes.
    func file(_ name: String, _ bytes: [UInt8]) -> URL {
        let url = scratch.appending(path: name)
        _ = FileManager.default.createFile(atPath: url.path, contents: Data(bytes))
        return url
    }
}
