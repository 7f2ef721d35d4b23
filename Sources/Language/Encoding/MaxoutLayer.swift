internal import CKernels

/// A maxout layer with layer normalisation.
struct MaxoutLayer: Sendable {
    private let weights: FloatSection
    private let bias: FloatSection
    private let gain: FloatSection
    private let offset: FloatSection
    private let depth: Int
    private let width: Int
    private let pieces: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, depth: Int, width: Int) throws(LanguageError) {
        gain = try file.floats("\(name).gain", count: width)
        offset = try file.floats("\(name).offset", count: width)
        bias = try file.floats("\(name).b")
        pieces = bias.count / width
        guard pieces >= 1, pieces * width == bias.count else {
            throw file.fault("section \(name).b is odd")
        }
        weights = try file.floats("\(name).w", count: bias.count * depth)
        self.depth = depth
        self.width = width
    }

    /// How many floats of scratch space a pass needs.
    var scratchCount: Int { 48 * width * pieces }

    /// Applies the layer to rows that begin `stride` floats apart.
    func apply(
        to input: UnsafePointer<Float>, stride: Int, rows: Int, residual: UnsafePointer<Float>?,
        into output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
    ) {
        pk_maxout_layer(
            pk_float_instructions(), input, stride, rows, depth, weights.base, bias.base, width,
            pieces, gain.base,
            offset.base,
            residual, output, scratch)
    }
}
