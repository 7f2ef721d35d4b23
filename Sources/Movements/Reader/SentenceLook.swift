internal import Foundation

/// What a pair of places sees in its sentence: for each of its looks a mean of the words' values, by how well their
/// keys answer it.
struct SentenceLook {
    /// A row a word, `ReaderHeads.node` wide.
    let keys: [Float]
    let values: [Float]
    let words: Int

    private typealias Lanes = SIMD16<Float>
    private static let lanes = 16
    /// The width of a look.
    private static let size = ReaderHeads.node / ReaderHeads.looks

    /// Writes what a row of queries sees, as wide as the row, to a place of a buffer.
    func answer(_ queries: [Float], row: Int, into output: inout [Float], at base: Int) {
        let width = ReaderHeads.node
        precondition(
            keys.count >= words * width && values.count >= words * width
                && queries.count >= (row + 1) * width && output.count >= base + width,
            "too few numbers for the rows")
        queries.withUnsafeBytes { queries in
            keys.withUnsafeBytes { keys in
                values.withUnsafeBytes { values in
                    output.withUnsafeMutableBytes { output in
                        for look in 0..<ReaderHeads.looks {
                            let from = look * Self.size
                            let shares = shares(queries, row * width + from, keys, from)
                            mean(of: values, from, by: shares, into: output, base + from)
                        }
                    }
                }
            }
        }
    }

    /// Each word's share of the answer, before division by their sum, which comes last.
    private func shares(
        _ queries: UnsafeRawBufferPointer, _ query: Int, _ keys: UnsafeRawBufferPointer, _ from: Int
    ) -> [Float] {
        let scale = 1 / Float(Self.size).squareRoot()
        var shares = [Float](repeating: 0, count: words + 1)
        var largest = -Float.infinity
        for word in 0..<words {
            var sum = Lanes.zero
            for column in stride(from: 0, to: Self.size, by: Self.lanes) {
                sum +=
                    load(queries, query + column)
                    * load(keys, word * ReaderHeads.node + from + column)
            }
            shares[word] = sum.sum() * scale
            largest = max(largest, shares[word])
        }
        for word in 0..<words {
            shares[word] = exp(shares[word] - largest)
            shares[words] += shares[word]
        }
        return shares
    }

    private func mean(
        of values: UnsafeRawBufferPointer, _ from: Int, by shares: [Float],
        into output: UnsafeMutableRawBufferPointer, _ base: Int
    ) {
        for column in stride(from: 0, to: Self.size, by: Self.lanes) {
            var sum = Lanes.zero
            for word in 0..<words {
                sum += shares[word] * load(values, word * ReaderHeads.node + from + column)
            }
            output.storeBytes(
                of: sum / shares[words], toByteOffset: (base + column) * 4, as: Lanes.self)
        }
    }

    private func load(_ numbers: UnsafeRawBufferPointer, _ index: Int) -> Lanes {
        numbers.loadUnaligned(fromByteOffset: index * 4, as: Lanes.self)
    }
}
