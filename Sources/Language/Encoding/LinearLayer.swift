internal import CKernels

/// A linear layer.
package struct LinearLayer: Sendable {
    private let weights: FloatSection
    private let bias: FloatSection
    /// The width of the input.
    package let depth: Int
    /// The width of the output, a multiple of 16.
    package var outputs: Int { bias.count }

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, depth: Int) throws(LanguageError) {
        bias = try file.floats("\(name).b")
        guard bias.count % 16 == 0, bias.count > 0 else {
            throw file.fault("section \(name).b is odd")
        }
        weights = try file.floats("\(name).w", count: bias.count * depth)
        self.depth = depth
    }

    var weightsBase: UnsafePointer<Float> { weights.base }
    var biasBase: UnsafePointer<Float> { bias.base }

    /// The layer applied to adjoining rows.
    package func applied(to input: UnsafeBufferPointer<Float>, rows: Int) -> [Float] {
        precondition(input.count >= rows * depth, "too few numbers for the rows")
        guard rows > 0, let base = input.baseAddress else { return [] }
        return [Float](unsafeUninitializedCapacity: rows * outputs) { output, count in
            // There is memory for at least one row.
            if let output = output.baseAddress { apply(to: base, rows: rows, into: output) }
            count = rows * outputs
        }
    }

    /// The layer applied to adjoining rows.
    package func applied(to input: [Float], rows: Int) -> [Float] {
        input.withUnsafeBufferPointer { applied(to: $0, rows: rows) }
    }

    /// Applies the layer to adjoining rows.
    package func apply(
        to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>
    ) {
        pk_project(
            pk_float_instructions(), input, depth, rows, depth, weights.base, bias.base, outputs,
            output)
    }
}
