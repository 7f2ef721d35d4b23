public import Foundation

extension DataDirectory {
    /// The variable that names the folder of the data.
    public static let variable = "PERIPLUS_DATA"

    /// The data of the running program.
    ///
    /// The first of: the folder that `PERIPLUS_DATA` names; those beside or around the library, where it is a file of
    /// its own; those beside or around the program; those beside the sources that the library was built from.
    ///
    /// - Throws: `PeriplusError.dataMissing` when none of them is there, `noData` when the folder named holds none.
    public static func located(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(PeriplusError) -> DataDirectory {
        if let named = environment[variable], !named.isEmpty {
            let folder = URL(filePath: named, directoryHint: .isDirectory)
            guard hasData(folder) else { throw .noData(in: folder.path) }
            return DataDirectory(folder: folder)
        }
        let program = programFile
        for file in [libraryFile, program, URL(filePath: #filePath)].compactMap({ $0 }) {
            if let found = found(around: file) { return found }
        }
        throw .dataMissing(near: (program ?? URL(filePath: "/")).deletingLastPathComponent().path)
    }

    /// The data that belongs to a program or library at a given place.
    ///
    /// - Throws: `PeriplusError.dataMissing` when it is neither installed nor in a clone.
    public static func located(around program: URL) throws(PeriplusError) -> DataDirectory {
        guard let found = found(around: program) else {
            throw .dataMissing(near: program.deletingLastPathComponent().path)
        }
        return found
    }

    private static func found(around file: URL) -> DataDirectory? {
        let folder = file.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/periplus")
        if hasData(installed) { return DataDirectory(folder: installed) }
        var clone = folder
        while clone.path != "/", clone.path != "." {
            // A package that uses the library has its clone among its checkouts.
            for data in ["Data", "checkouts/periplus/Data"].map({ clone.appending(path: $0) })
            where hasData(data) {
                return DataDirectory(folder: data)
            }
            clone.deleteLastPathComponent()
        }
        return nil
    }

    private static func hasData(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "Lexicon").path)
    }

    /// The running program.
    private static var programFile: URL? {
        let link = URL(filePath: "/proc/self/exe")
        return FileManager.default.fileExists(atPath: link.path)
            ? link.resolvingSymlinksInPath() : Bundle.main.executableURL
    }

    /// The file that this library was loaded from, or the program where it is a part of that; nil where the system
    /// does not tell.
    private static var libraryFile: URL? {
        let address = UInt(bitPattern: #dsohandle)
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
            return nil
        }
        // "7f00-7f10 r--p 00000000 08:01 42      /usr/lib/libPeriplusC.so"
        for line in maps.split(separator: "\n") {
            let ends = line.prefix { $0 != " " }.split(separator: "-")
            guard ends.count == 2, let start = UInt(ends[0], radix: 16),
                let end = UInt(ends[1], radix: 16), start <= address, address < end,
                let slash = line.firstIndex(of: "/")
            else { continue }
            return URL(filePath: String(line[slash...])).resolvingSymlinksInPath()
        }
        return nil
    }
}
