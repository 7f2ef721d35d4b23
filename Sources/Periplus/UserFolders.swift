public import Foundation

/// Where a person's own files lie, by the XDG Base Directory Specification, version 0.8.
public struct UserFolders: Sendable, Hashable {
    /// What is theirs and cannot be made again: imported layers.
    public var data: URL
    /// What can be made again: a gazetteer built because the program's own cannot be used.
    public var cache: URL

    /// Folders of one's own choice.
    public init(data: URL, cache: URL) {
        self.data = data
        self.cache = cache
    }

    /// The folders that an environment names: `XDG_DATA_HOME` and `XDG_CACHE_HOME`, else those under `HOME`.
    ///
    /// A path that is not absolute is passed over, as the specification asks.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        func folder(_ name: String) -> URL? {
            guard let path = environment[name], path.hasPrefix("/") else { return nil }
            return URL(fileURLWithPath: path, isDirectory: true)
        }
        let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
        data = (folder("XDG_DATA_HOME") ?? home.appending(path: ".local/share"))
            .appending(path: "periplus")
        cache = (folder("XDG_CACHE_HOME") ?? home.appending(path: ".cache"))
            .appending(path: "periplus")
    }
}
