public import Foundation
public import Gazetteers

/// The program's own gazetteer, also for a person who may not write where the program is.
extension DataDirectory {
    /// Where the gazetteer that belongs to the program is: beside it, or built under a person's caches.
    ///
    /// Imports go beside the program's gazetteer where the person may write there, else under their own data, and
    /// then hold for them alone.
    public func gazetteerLocation(for user: UserFolders = UserFolders()) -> GazetteerLocation {
        let beside = GazetteerLocation.layers(beside: gazetteer)
        let own = user.data.appending(path: "layers", directoryHint: .isDirectory)
        let layers = mayWriteGazetteer ? [beside] : [own, beside]
        let shipped = GazetteerLocation(database: gazetteer, layers: layers)
        if (try? shipped.check()) != nil { return shipped }
        let built = GazetteerLocation(database: cachedGazetteer(for: user), layers: layers)
        return (try? built.check()) != nil ? built : shipped
    }

    /// Makes the gazetteer that belongs to the program from its tables: it is missing, old or damaged.
    ///
    /// It takes half a minute. Of several programs that need it at once one makes it and the others wait.
    ///
    /// - Parameters:
    ///   - user: under whose caches it is made where the person may not write beside the program.
    ///   - announce: called with its path before the work begins.
    /// - Returns: where it is.
    /// - Throws: `GazetteerError`, when the tables are not installed or nothing can be written.
    public func rebuildGazetteer(
        for user: UserFolders = UserFolders(), announce: (_ path: String) -> Void
    ) throws(GazetteerError) -> GazetteerLocation {
        let target = mayWriteGazetteer ? gazetteer : cachedGazetteer(for: user)
        let folder = target.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder.path, reason: error.localizedDescription)
        }
        announce(target.path)
        try GazetteerBuilder().buildWhereMissing(from: gazetteerTables, to: target)
        return gazetteerLocation(for: user)
    }

    /// Where a gazetteer of these tables lies under a person's caches; other tables have another.
    public func cachedGazetteer(for user: UserFolders = UserFolders()) -> URL {
        user.cache.appending(path: "gazetteer-" + GazetteerBuilder.key(ofTablesIn: gazetteerTables))
            .appending(path: "gazetteer.sqlite")
    }

    /// Whether the person may write where the program's own gazetteer is, or would be.
    public var mayWriteGazetteer: Bool {
        let files = FileManager.default
        var folder = gazetteer.deletingLastPathComponent()
        while !files.fileExists(atPath: folder.path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return files.isWritableFile(atPath: folder.path)
    }
}
