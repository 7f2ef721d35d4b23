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

    /// Applies the layer to adjoining rows.
    package func apply(
        to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>
    ) {
        pk_project(input, depth, rows, depth, weights.base, bias.base, outputs, output)
    }
}
