import Formats
import Foundation
import RouteMaps

/// Times the writers on maps with many routes: bytes and features a second of processor time, memory beyond the maps.
///
/// usage: FormatsBenchmark [DOCUMENTS ROUTES]; by default 100 documents of 100 routes. One JSON object a format.
@main
enum FormatsBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().map { Int($0) }
        guard arguments.isEmpty || arguments.count == 2, !arguments.contains(nil) else {
            FileHandle.standardError.write(
                Data("usage: FormatsBenchmark [DOCUMENTS ROUTES]\n".utf8))
            exit(64)
        }
        let numbers = arguments.compactMap(\.self)
        let (documents, routes) = numbers.isEmpty ? (100, 100) : (numbers[0], numbers[1])
        let maps = CrowdedMap.maps(documents, routes: routes)
        var atlas = Atlas([RouteMap]())
        let made = seconds { atlas = Atlas(maps, distances: []) }
        print("{\"atlas_seconds\": \(round(made)), \"routes\": \(documents * routes)}")
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "formats-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let features = atlas.places.count + 2 * documents * routes
        for format in OutputFormat.allCases where format != .png && format != .svg {
            let file = folder.appending(path: "first." + format.fileExtension)
            let again = folder.appending(path: "second." + format.fileExtension)
            let before = peakMemory()
            var failure: FormatError?
            let time = seconds {
                do throws(FormatError) {
                    try format.writer.write(atlas, to: file)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
            let grown = peakMemory() - before
            try format.writer.write(atlas, to: again)
            let bytes = try Data(contentsOf: file)
            let isSame = try bytes == Data(contentsOf: again)
            print(
                """
                {"format": "\(format.fileExtension)", "megabytes": \(round(Double(bytes.count) / 1e6)), \
                "seconds": \(round(time)), "megabytes_a_second": \(round(Double(bytes.count) / 1e6 / time)), \
                "features_a_second": \(Int(Double(features) / time)), "memory_mib": \(round(grown)), \
                "identical": \(isSame)}
                """)
        }
    }

    /// The processor time of some work.
    private static func seconds(_ work: () -> Void) -> Double {
        let start = clock()
        work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    /// The most memory the process has had, in MiB, as Linux tells it; 0 elsewhere.
    private static func peakMemory() -> Double {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        return words.count > 1 ? (Double(words[1]) ?? 0) / 1_024 : 0
    }

    private static func round(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
