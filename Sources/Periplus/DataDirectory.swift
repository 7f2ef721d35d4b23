public import Foundation

/// The program's own data: lexicons, the reader's model, sea graph, shapes and the built gazetteer.
///
/// An installed program finds it in `share/periplus` beside its `bin`; in a clone it is `Data`, with
/// the built gazetteer under `.build/periplus`. Where a program and its data are installed apart, as by
/// Python's packages, the variable `PERIPLUS_DATA` names the folder.
public struct DataDirectory: Sendable, Hashable {
    /// The folder that holds `Lexicon`, `Language`, `Routing` and the rest.
    public var url: URL
    /// The built gazetteer that belongs to it.
    public var gazetteer: URL

    /// A data directory at a place of one's own choice.
    public init(url: URL, gazetteer: URL) {
        self.url = url
        self.gazetteer = gazetteer
    }

    /// The data of the running program: those of `PERIPLUS_DATA`, else beside it when installed, else in the
    /// clone around it.
    ///
    /// - Throws: `PeriplusError.dataMissing` when none is there.
    public static func located() throws(PeriplusError) -> DataDirectory {
        if let path = ProcessInfo.processInfo.environment["PERIPLUS_DATA"], !path.isEmpty {
            return try named(URL(fileURLWithPath: path, isDirectory: true))
        }
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program =
            FileManager.default.fileExists(atPath: "/proc/self/exe")
            ? executable : Bundle.main.executableURL ?? executable
        return try located(around: program)
    }

    /// The data in a folder that a person has named.
    ///
    /// - Throws: `PeriplusError.noData` when it holds none.
    private static func named(_ folder: URL) throws(PeriplusError) -> DataDirectory {
        guard FileManager.default.fileExists(atPath: folder.appending(path: "Lexicon").path) else {
            throw .noData(in: folder.path)
        }
        return DataDirectory(url: folder, gazetteer: folder.appending(path: "gazetteer.sqlite"))
    }

    /// The data that belongs to a program at a given place.
    ///
    /// - Throws: `PeriplusError.dataMissing` when it is neither installed nor in a clone.
    public static func located(around program: URL) throws(PeriplusError) -> DataDirectory {
        let files = FileManager.default
        let folder = program.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/periplus")
        if files.fileExists(atPath: installed.appending(path: "Lexicon").path) {
            return DataDirectory(
                url: installed, gazetteer: installed.appending(path: "gazetteer.sqlite"))
        }
        var clone = folder
        while clone.path != "/" {
            let data = clone.appending(path: "Data")
            if files.fileExists(atPath: data.appending(path: "Lexicon").path) {
                return DataDirectory(
                    url: data, gazetteer: clone.appending(path: ".build/periplus/gazetteer.sqlite"))
            }
            clone.deleteLastPathComponent()
        }
        throw .dataMissing(near: folder.path)
    }

    /// The words and rules of a language, by its two-letter code.
    public func lexicon(_ language: String = "en") -> URL {
        url.appending(path: "Lexicon").appending(path: language)
    }

    /// The tokeniser rules of a language.
    public func language(_ language: String = "en") -> URL {
        url.appending(path: "Language").appending(path: language)
    }

    /// The trained reader of movements.
    public var readerModel: URL { url.appending(path: "Reading/model.bin") }

    /// The graph of the seas, with its links and barriers.
    public var seaGraph: URL { url.appending(path: "Routing/sea.graph") }

    /// The shores that the graph was built around.
    public var shores: URL { url.appending(path: "Routing/shores.bin") }

    /// The text tables that the gazetteer is built from.
    public var gazetteerTables: URL { url.appending(path: "Gazetteer") }
}
