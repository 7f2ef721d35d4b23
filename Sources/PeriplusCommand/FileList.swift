internal import Documents
internal import Foundation

/// The files of a command line: those that are named, and all that lie in the folders named, sorted.
struct FileList {
    /// A file to read.
    struct Item {
        let path: String
        /// Whether it was named itself, and not found in a folder.
        let isNamed: Bool

        /// What a document in it is called by: the file's name, with what is inside it behind a stroke.
        func id(of document: Document) -> String? {
            if path == "-" { return document.source }
            let name = URL(fileURLWithPath: path).lastPathComponent
            guard let file = document.file, file.hasPrefix(path) else { return name }
            return name + file.dropFirst(path.utf8.count)
        }
    }

    private(set) var files: [Item] = []
    private let first: String

    /// Looks into folders, and folders in them; hidden files and links are passed over.
    ///
    /// - Throws: `CommandError`, when a folder cannot be looked into.
    init(_ paths: [String]) throws(CommandError) {
        first = paths.first ?? "-"
        for path in paths {
            var isDirectory: ObjCBool = false
            if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
                isDirectory.boolValue
            {
                files += try Self.files(in: path).map { Item(path: $0, isNamed: false) }
            } else {
                files.append(Item(path: path, isNamed: true))
            }
        }
    }

    /// What to say where nothing was read and nothing failed.
    var nothing: CommandError { CommandError(.noInput, "\(first): holds no documents") }

    private static func files(in folder: String) throws(CommandError) -> [String] {
        let keys: [URLResourceKey] = [.isRegularFileKey, .isDirectoryKey]
        let root = URL(fileURLWithPath: folder)
        guard FileManager.default.isReadableFile(atPath: folder),
            let walk = FileManager.default.enumerator(
                at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
        else { throw CommandError(.noInput, "\(folder): cannot be looked into") }
        var found: [String] = []
        let base = root.standardizedFileURL.path
        for case let url as URL in walk {
            guard (try? url.resourceValues(forKeys: Set(keys)))?.isRegularFile == true else {
                continue
            }
            let inside = url.standardizedFileURL.path.dropFirst(base.count).drop { $0 == "/" }
            found.append((folder.hasSuffix("/") ? folder : folder + "/") + inside)
        }
        return found.sorted()
    }
}
