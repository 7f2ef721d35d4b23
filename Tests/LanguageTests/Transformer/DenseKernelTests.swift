import CKernels
import Testing

@testable import Language

/// The 8-bit layer with each set of instructions that the processor has, against sums in double precision.
@Suite struct DenseKernelTests {
    /// 16 inputs of one output: its first lane, its second lane, in the order of the inputs.
    private func inputs(_ first: [Int8], _ second: [Int8]) -> [Int8] {
        var inputs: [Int8] = []
        for pair in stride(from: 0, to: 8, by: 2) {
            inputs += first[pair...(pair + 1)]
            inputs += second[pair...(pair + 1)]
        }
        return inputs
    }

    /// Weights (outputs, inputs) whose lanes are as heavy as they may be, in different places.
    private func heaviest(depth: Int, outputs: Int) -> [[Int8]] {
        let lane: [Int8] = [63, 63, 2, 0, -63, -63, -2, 0]
        return (0..<outputs).map { output in
            (0..<(depth / 16)).flatMap { block in
                let turned = (0..<8).map { lane[($0 + output + block) % 8] }
                return inputs(turned, turned.reversed())
            }
        }
    }

    private func panels(_ weights: [[Int8]]) -> [Int8] {
        stride(from: 0, to: weights.count, by: 16).flatMap { first in
            stride(from: 0, to: weights[0].count, by: 4).flatMap { input in
                (first..<(first + 16)).flatMap { weights[$0][input..<(input + 4)] }
            }
        }
    }

    @Test(arguments: InstructionSet.allCases)
    func theHeaviestSumsAreExact(_ instructions: InstructionSet) throws {
        guard instructions <= .widest else { return }
        let (depth, outputs, rows) = (64, 48, 21)
        let weights = heaviest(depth: depth, outputs: outputs)
        let packed = panels(weights)
        #expect(pk_sums_fit(packed, depth, outputs) != 0)
        // Whole blocks of rows: where the weights are positive all is as large as it gets, or the other way round.
        let x = (0..<(32 * depth)).map { place -> UInt8 in
            let (row, input) = (place / depth, place % depth)
            let isPositive = weights[row % outputs][input] > 0
            return row % 3 == 0 ? UInt8(input) : isPositive == (row % 3 == 1) ? 255 : 1
        }
        let start = weights.map { $0.reduce(Int32(0)) { $0 - 128 * Int32($1) } }
        let (scale, bias) = (
            [Float](repeating: 1, count: outputs), [Float](repeating: 0, count: outputs)
        )
        let (scales, centres) = (
            [Float](repeating: 1, count: rows), [Float](repeating: 0, count: rows)
        )
        var out = [Float](repeating: .nan, count: rows * outputs)
        packed.withUnsafeBufferPointer { packed in
            start.withUnsafeBufferPointer { start in
                scale.withUnsafeBufferPointer { scale in
                    bias.withUnsafeBufferPointer { bias in
                        var layer = pk_layer8(
                            weights: packed.baseAddress, start: start.baseAddress,
                            scale: scale.baseAddress, bias: bias.baseAddress, depth: depth,
                            outputs: outputs)
                        pk_dense8(
                            instructions.rawValue, x, scales, centres, rows, &layer, 0, &out)
                    }
                }
            }
        }
        for row in 0..<rows {
            for output in 0..<outputs {
                let expected = (0..<depth).reduce(0) {
                    $0 + Int(weights[output][$1]) * (Int(x[row * depth + $1]) - 128)
                }
                #expect(
                    out[row * outputs + output] == Float(expected), "row \(row), output \(output)")
            }
        }
    }

    @Test func aLaneThatIsTooHeavyIsTold() {
        var weights = heaviest(depth: 32, outputs: 16)
        #expect(pk_sums_fit(panels(weights), 32, 16) != 0)
        for added: Int8 in [1, -1] {
            var heavier = weights
            let place = heavier[5].lastIndex { $0 == (added > 0 ? 2 : -2) } ?? 0
            heavier[5][place] += added
            #expect(pk_sums_fit(panels(heavier), 32, 16) == 0)
        }
        weights[5] = Array(repeating: 16, count: 32)
        #expect(pk_sums_fit(panels(weights), 32, 16) != 0)
    }
}
