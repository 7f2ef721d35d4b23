internal import Foundation
internal import Geodesy
internal import Periplus
internal import Routing

/// Measures the pairs of a file, on all processors, in the order of the lines.
struct PairsRun {
    let measurer: Measurer
    let path: String

    /// Lines handed to a worker at a time.
    private static let blockLength = 256

    /// Writes one JSON object a line; gives the number of lines that could not be measured.
    func run() async throws -> Int {
        var reader = try LineReader(path: path)
        let measurer = measurer
        var failures = 0
        try await OrderedBlocks.run(
            blockLength: Self.blockLength,
            next: { () throws(CommandError) in try reader.next() },
            work: { Self.line(for: $0, measurer: measurer) },
            write: { result in
                failures += result.isFailure ? 1 : 0
                try StandardOutput.write(bytes: result.bytes)
            })
        return failures
    }

    private struct Result: Sendable {
        var bytes: [UInt8]
        var isFailure: Bool
    }

    private static func line(for line: [UInt8], measurer: Measurer) -> Result {
        let text = String(decoding: line, as: UTF8.self)
        do {
            let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2 else {
                throw CommandError(.badData, "expected \"lat,lon<TAB>lat,lon\"")
            }
            let start = try position(fields[0])
            let end = try position(fields[1])
            do {
                let measurement = try measurer.measure(from: start, to: end)
                return Result(bytes: try JSONLine.bytes(measurement), isFailure: false)
            } catch let error as RoutingError {
                return failure("no-route", error.description)
            }
        } catch let error as CommandError {
            return failure("bad-line", error.description)
        } catch {
            return failure("internal", "\(error)")
        }
    }

    private static func position(_ field: Substring) throws(CommandError) -> Coordinate {
        do {
            return try Coordinate(parsing: String(field))
        } catch {
            throw CommandError(.badData, error.description)
        }
    }

    private static func failure(_ code: String, _ message: String) -> Result {
        struct Failure: Encodable {
            var error: [String: String]
        }
        let object = Failure(error: ["code": code, "message": message])
        return Result(bytes: (try? JSONLine.bytes(object)) ?? [], isFailure: true)
    }
}
