import Foundation
import Language

/// Reads texts with a `TextEncoder`.
///
///     EncoderBenchmark pieces MODEL TEXTS    one line of JSON a text: [[number, start, end], ...]
///     EncoderBenchmark vectors MODEL TEXTS   the vectors of each text's first window, as floats
///     EncoderBenchmark time MODEL TEXTS      pieces a second, for each set of instructions
///
/// TEXTS is a file of JSON strings, one a line. Vectors go to standard output, little-endian.
@main struct EncoderBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4 else {
            FileHandle.standardError.write(
                Data("usage: EncoderBenchmark pieces|vectors|time MODEL TEXTS\n".utf8))
            exit(64)
        }
        let lines = try Data(contentsOf: URL(fileURLWithPath: arguments[3])).split(separator: 10)
        let texts = try lines.map { line -> [UInt8] in
            let text = Data("[".utf8) + line + Data("]".utf8)
            return Array((try JSONDecoder().decode([String].self, from: text).first ?? "").utf8)
        }
        let model = URL(fileURLWithPath: arguments[2])
        let encoder = try TextEncoder(contentsOf: model)
        let output = FileHandle.standardOutput
        switch arguments[1] {
        case "pieces":
            for text in texts {
                let rows = encoder.wordPieces.pieces(of: text).map {
                    "[\($0.id),\($0.utf8Range.lowerBound),\($0.utf8Range.upperBound)]"
                }
                output.write(Data("[\(rows.joined(separator: ","))]\n".utf8))
            }
        case "vectors":
            for text in texts {
                let ids = window(of: encoder.wordPieces.pieces(of: text).map(\.id), encoder)
                let vectors = try encoder.vectors(ids: ids)
                output.write(vectors.withUnsafeBytes { Data($0) })
            }
        default:
            try time(texts, model)
        }
    }

    private static func window(of ids: [Int32], _ encoder: TextEncoder) -> [Int32] {
        [encoder.wordPieces.start] + ids.prefix(encoder.longestWindow - 2)
            + [encoder.wordPieces.end]
    }

    /// Speeds by the time of the processor, of which others may have their share.
    private static func time(_ texts: [[UInt8]], _ model: URL) throws {
        let opening = seconds()
        let pieces = try TextEncoder(contentsOf: model).wordPieces
        print("opened in \(Int((seconds() - opening) * 1000)) ms")
        let cutting = seconds()
        let ids = texts.flatMap { pieces.pieces(of: $0).map(\.id) }
        let rate = Double(ids.count) / (seconds() - cutting)
        print("cut into \(ids.count) pieces, \(Int(rate)) a second")
        for instructions in InstructionSet.allCases where instructions <= .widest {
            let encoder = try TextEncoder(contentsOf: model, instructions: instructions)
            for length in [32, 128, 256] {
                let rate = try rate(encoder, ids, length)
                print("\(instructions), windows of \(length): \(Int(rate)) a second")
            }
        }
    }

    /// Pieces a second: the best of ten rounds, as other work shares the caches.
    private static func rate(
        _ encoder: TextEncoder, _ ids: [Int32], _ length: Int
    ) throws -> Double {
        let pieces = encoder.wordPieces
        let windows = stride(from: 0, to: ids.count - length, by: length - 2).map {
            [pieces.start] + ids[$0..<($0 + length - 2)] + [pieces.end]
        }
        var (best, next) = (0.0, 0)
        for _ in 0..<10 {
            let start = seconds()
            var count = 0
            while seconds() - start < 0.2, next < windows.count {
                count += try encoder.vectors(ids: windows[next]).count / encoder.width
                next += 1
            }
            best = max(best, Double(count) / (seconds() - start))
            if next == windows.count { next = 0 }
        }
        return best
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
