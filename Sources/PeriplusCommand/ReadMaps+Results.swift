internal import Foundation
internal import Periplus
internal import RouteMaps

extension ReadMaps {
    /// Adds the maps of a file of results of `batch`; false for any other file.
    ///
    /// Such a file is known by its first line, an object with toponyms and routes. Lines that tell of errors are counted.
    ///
    /// - Throws: `CommandError` naming the line that is no result.
    mutating func addResults(
        at path: String, quiet isQuiet: Bool
    ) throws(CommandError) -> Bool {
        guard path != "-", Self.holdsResults(path),
            let data = FileManager.default.contents(atPath: path)
        else { return false }
        var failures = 0
        for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated() where line.contains(where: { $0 > 0x20 })
        {
            do throws(BatchError) {
                if let (map, name) = try mapper.map(ofResult: Data(line)) {
                    add(map, named: name ?? "\(path), line \(index + 1)")
                } else {
                    failures += 1
                }
            } catch {
                throw CommandError(.badData, "\(path), line \(index + 1): \(error.message)")
            }
        }
        if failures > 0, !isQuiet {
            StandardError.write(
                line:
                    "periplus: \(path): \(failures) line\(failures == 1 ? "" : "s") without a result"
            )
        }
        return true
    }

    /// Whether a file begins with a line of results.
    private static func holdsResults(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let head = try? file.read(upToCount: 1 << 22), head.first == UInt8(ascii: "{") else {
            return false
        }
        guard let line = head.split(separator: 0x0A, maxSplits: 1).first,
            let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any]
        else { return false }
        return object["error"] != nil || object["toponyms"] != nil && object["routes"] != nil
    }
}
