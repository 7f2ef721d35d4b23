import Foundation
import Gazetteers

/// The data that targets work over, and a folder for files that they read.
public struct FuzzGround: Sendable {
    /// What the environment should have had.
    public struct Missing: Error, CustomStringConvertible {
        let what: String
        /// What is missing, in words.
        public var description: String { "there is no \(what)" }

        /// Says what is not there.
        public init(what: String) {
            self.what = what
        }
    }

    /// The `Data` folder of the clone, by `FUZZ_DATA`.
    public let data: URL
    /// The gazetteer, by `FUZZ_GAZETTEER`.
    public let gazetteer: URL
    /// A folder for files, within that of `FUZZ_SCRATCH`.
    public let scratch: URL

    init(_ environment: [String: String]) throws {
        func folder(_ name: String) throws -> URL {
            guard let path = environment[name] else { throw Missing(what: name) }
            return URL(fileURLWithPath: path)
        }
        data = try folder("FUZZ_DATA")
        gazetteer = try folder("FUZZ_GAZETTEER")
        scratch = try folder("FUZZ_SCRATCH").appending(path: "\(getpid())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    /// A file with some bytes.
    public func file(_ name: String, _ bytes: [UInt8]) -> URL {
        let url = scratch.appending(path: name)
        _ = FileManager.default.createFile(atPath: url.path, contents: Data(bytes))
        return url
    }

    /// A copy of a file that may be changed.
    public func copy(_ file: URL) throws -> URL {
        let url = scratch.appending(path: file.lastPathComponent)
        try FileManager.default.copyItem(at: file, to: url)
        return url
    }

    /// The tables that a small gazetteer is built from.
    public static let tableNames = [
        "sources.tsv", "towns.tsv", "generics.tsv", "dangerous.tsv", "features.tsv",
    ]

    /// A gazetteer of a few towns, built in the folder for files.
    public func smallGazetteer() throws -> URL {
        let tables = [
            "key\ttable\tprefix\tkind\tname\tversion\tlicence\tattribution\tsha256\n"
                + "towns\ttowns.tsv\t\tcity\tTowns\t1\tCC0\t\t00ff\n",
            "id\tname\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tcapital\tsea_km\tbasin\tlandmass\tnames\n"
                + "gn:140918\tBehshahr\tIR\tIR.35\t\t36.69235\t53.55262\t94702\t\t18\t1\t1\tAshraf\n"
                + "gn:358619\tPort Said\tEG\tEG.19\t\t31.26531\t32.3019\t603787\t\t0\t1\t1\tBûr Sa'îd\n",
            "word\tposition\tkinds\treplacement\nport\tafter\tport\n",
            "name\twhy\nreading\tword\n",
            "code\tkind\trank\nP.*\tcity\t\n",
        ]
        for (name, text) in zip(Self.tableNames, tables) { _ = file(name, Array(text.utf8)) }
        let database = scratch.appending(path: "small.sqlite")
        try GazetteerBuilder().build(from: scratch, to: database)
        return database
    }
}
