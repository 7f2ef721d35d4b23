import CKernels
import Testing

/// Each set of instructions that the processor has, forced, against sums in double precision.
@Suite("Kernels of the parser")
struct KernelTests {
    static let sets = Array(Int32(0)...pk_float_instructions())

    /// Numbers in -1...1 that are the same in every run.
    private struct Numbers {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func next(_ count: Int) -> [Float] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int(state >> 40) - (1 << 23)) / Float(1 << 23)
            }
        }
    }

    /// Rows times weights that stand in panels of 16 outputs, input by input.
    private func projected(
        _ x: [Float], stride: Int, rows: Int, depth: Int, _ weights: [Float], _ bias: [Float]
    ) -> [Double] {
        var out: [Double] = []
        for row in 0..<rows {
            for column in bias.indices {
                let panel = column / 16 * 16 * depth + column % 16
                out.append(
                    (0..<depth).reduce(Double(bias[column])) {
                        $0 + Double(x[row * stride + $1]) * Double(weights[panel + $1 * 16])
                    })
            }
        }
        return out
    }

    private func expectClose(_ found: [Float], _ expected: [Double], _ comment: Comment) {
        #expect(found.count == expected.count)
        let worst = zip(found, expected).map { abs(Double($0) - $1) }.max() ?? 0
        #expect(worst < 2e-4, comment)
    }

    @Test("Projections, of one row and of more than the cache holds", arguments: sets)
    func project(set: Int32) {
        var numbers = Numbers()
        for (rows, depth, outputs) in [(1, 1, 16), (2, 7, 32), (13, 96, 64), (50, 97, 48)] {
            let stride = depth + 3
            let x = numbers.next(rows * stride)
            let (weights, bias) = (numbers.next(depth * outputs), numbers.next(outputs))
            var out = [Float](repeating: .nan, count: rows * outputs)
            pk_project(set, x, stride, rows, depth, weights, bias, outputs, &out)
            expectClose(
                out,
                projected(x, stride: stride, rows: rows, depth: depth, weights, bias),
                "\(rows) rows")
        }
    }

    @Test("Maxout and normalisation, with and without a residual", arguments: sets)
    func maxout(set: Int32) {
        var numbers = Numbers()
        let (depth, width, pieces) = (24, 32, 3)
        for (rows, adds) in [(1, false), (5, true), (61, true)] {
            let x = numbers.next(rows * depth)
            let weights = numbers.next(depth * width * pieces)
            let bias = numbers.next(width * pieces)
            let (gain, offset) = (numbers.next(width), numbers.next(width))
            let residual = numbers.next(rows * width)
            var out = [Float](repeating: .nan, count: rows * width)
            var scratch = [Float](repeating: 0, count: 48 * width * pieces)
            residual.withUnsafeBufferPointer { residual in
                pk_maxout_layer(
                    set, x, depth, rows, depth, weights, bias, width, pieces, gain, offset,
                    adds ? residual.baseAddress : nil, &out, &scratch)
            }
            let sums = projected(x, stride: depth, rows: rows, depth: depth, weights, bias)
            var expected: [Double] = []
            for row in 0..<rows {
                let largest = (0..<width).map { column in
                    (0..<pieces).map { piece in
                        sums[row * width * pieces + Self.place(of: column, piece, width, pieces)]
                    }.max() ?? 0
                }
                let mean = largest.reduce(0, +) / Double(width)
                let variance =
                    largest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
                for column in 0..<width {
                    let normal = (largest[column] - mean) / (variance + 1e-8).squareRoot()
                    expected.append(
                        normal * Double(gain[column]) + Double(offset[column])
                            + (adds ? Double(residual[row * width + column]) : 0))
                }
            }
            expectClose(out, expected, "\(rows) rows")
        }
    }

    /// The pieces stand one after another, each as wide as the layer.
    private static func place(of column: Int, _ piece: Int, _ width: Int, _ pieces: Int) -> Int {
        piece * width + column
    }

    @Test("Scores of a state", arguments: sets)
    func scores(set: Int32) {
        var numbers = Numbers()
        let (width, outputs) = (64, 80)
        for count in [3, 8, 13] {
            let features = numbers.next(count * 2 * width)
            let bias = numbers.next(2 * width)
            let (weights, upper) = (numbers.next(width * outputs), numbers.next(outputs))
            var hidden = [Float](repeating: 0, count: 2 * width)
            var scores = [Float](repeating: .nan, count: outputs)
            features.withUnsafeBufferPointer { features in
                let rows = (0..<count).map { row in
                    features.baseAddress.map { $0 + row * 2 * width }
                }
                pk_state_scores(
                    set, rows, count, bias, width, weights, upper, outputs, &hidden, &scores)
            }
            let sums = (0..<2 * width).map { column in
                (0..<count).reduce(bias[column]) { $0 + features[$1 * 2 * width + column] }
            }
            let larger = (0..<width).map { max(sums[$0], sums[$0 + width]) }
            expectClose(
                scores,
                projected(larger, stride: width, rows: 1, depth: width, weights, upper),
                "\(count) features")
        }
    }

    @Test("Sums of rows are the same to the last bit", arguments: sets)
    func sums(set: Int32) {
        var numbers = Numbers()
        let width = 96
        let table = numbers.next(40 * width)
        let rows: [UInt32] = [3, 39, 0, 3]
        var out = [Float](repeating: 0, count: width)
        var plain = out
        pk_sum_rows(set, table, rows, width, &out)
        pk_sum_rows(Int32(PK_FLOAT_PLAIN), table, rows, width, &plain)
        #expect(out == plain)
        #expect(
            zip(out.indices, out).allSatisfy { column, sum in
                let expected = rows.reduce(0) { $0 + Double(table[Int($1) * width + column]) }
                return abs(Double(sum) - expected) < 1e-5
            })
    }
}
