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
                vectors.withUnsafeBytes { output.write(Data(bytes: $0.baseAddress!, count: $0.count)) }
            }
        default:
            try time(texts, model)
        }
    }

    private static func window(of ids: [Int32], _ encoder: TextEncoder) -> [Int32] {
        [encoder.wordPieces.start] + ids.prefix(encoder.longestWindow - 2)
            + [encoder.wordPieces.end]
    }

    private static func time(_ texts: [[UInt8]], _ model: URL) throws {
        let clock = ContinuousClock()
        let opening = clock.now
        let pieces = try TextEncoder(contentsOf: model).wordPieces
        print("opened in \((clock.now - opening) / .milliseconds(1)) ms")
        let cutting = clock.now
        let ids = texts.flatMap { pieces.pieces(of: $0).map(\.id) }
        let rate = Double(ids.count) / ((clock.now - cutting) / .seconds(1))
        print("cut into \(ids.count) pieces, \(Int(rate)) a second")
        for instructions in InstructionSet.allCases where instructions <= .widest {
            let encoder = try TextEncoder(contentsOf: model, instructions: instructions)
            for length in [32, 128, 256] {
                let windows = stride(from: 0, to: ids.count - length, by: length - 2).map {
                    [pieces.start] + ids[$0..<($0 + length - 2)] + [pieces.end]
                }
                let start = clock.now
                var (count, seconds) = (0, 0.0)
                for window in windows where seconds < 1.5 {
                    count += try encoder.vectors(ids: window).count / encoder.width
                    seconds = (clock.now - start) / .seconds(1)
                }
                print("\(instructions), windows of \(length): \(Int(Double(count) / seconds)) a second")
            }
        }
    }
}
