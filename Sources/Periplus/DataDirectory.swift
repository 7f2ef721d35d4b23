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
    /// A folder with the user's own words and rules of languages other than English, one folder a language: they go
    /// before the program's.
    public var ownLexicon: URL?

    /// A data directory at a place of one's own choice.
    public init(url: URL, gazetteer: URL) {
        self.url = url
        self.gazetteer = gazetteer
    }

    /// The data in a folder: that of a clone, `Data`, or an installed one, `share/periplus`.
    ///
    /// The gazetteer is the one in the folder, else the one built in the clone around it.
    public init(folder: URL, user: UserFolders = UserFolders()) {
        let own = folder.appending(path: "gazetteer.sqlite")
        let isClone =
            folder.lastPathComponent == "Data" && !FileManager.default.fileExists(atPath: own.path)
        let built = folder.deletingLastPathComponent()
            .appending(path: ".build/periplus/gazetteer.sqlite")
        self.init(url: folder, gazetteer: isClone ? built : own)
        ownLexicon = user.data.appending(path: "lexicon", directoryHint: .isDirectory)
    }

    /// The words and rules of a language, by its two-letter code.
    public func lexicon(_ language: String = Self.english) -> URL {
        if language != Self.english, let own = ownLexicon?.appending(path: language),
            FileManager.default.fileExists(atPath: own.path)
        {
            return own
        }
        return url.appending(path: "Lexicon").appending(path: language)
    }

    /// The language that the whole pipeline has tables for; they are the program's alone.
    public static let english = "en"

    /// The codes of the languages that have words and rules, in order.
    public var languages: [String] {
        let folders = [url.appending(path: "Lexicon"), ownLexicon].compactMap { $0 }
        let names = folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        }
        return Set(names.filter { !$0.hasPrefix(".") }).sorted()
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
