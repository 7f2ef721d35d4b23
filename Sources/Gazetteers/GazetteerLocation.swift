public import Foundation

/// Where a gazetteer lies: its database, with the index beside it, and the folders of imported layers.
public struct GazetteerLocation: Sendable, Hashable {
    /// The SQLite database.
    public var database: URL
    /// The folders of layers: those of the first outrank the others, and imports go there.
    public var layers: [URL]

    /// A gazetteer with its layers in folders of one's own choice; without any they are beside it.
    public init(database: URL, layers: [URL] = []) {
        self.database = database
        self.layers = layers.isEmpty ? [Self.layers(beside: database)] : layers
    }

    /// The folder of layers that lies beside a database.
    public static func layers(beside database: URL) -> URL {
        URL(fileURLWithPath: database.path + ".layers", isDirectory: true)
    }
}

extension GazetteerLocation {
    /// Looks whether the database and its index can be opened.
    ///
    /// - Throws: `GazetteerError` where they are missing, foreign, damaged or of another layout.
    public func check() throws(GazetteerError) {
        _ = try GazetteerFiles(self).openBundle()
    }
}
