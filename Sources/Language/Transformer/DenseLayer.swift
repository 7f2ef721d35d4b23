internal import CKernels

/// A linear layer whose weights have 7 bits, eight to a lane, with a scale for each output.
struct DenseLayer: Sendable {
    private let weights: NumberSection<Int8>
    private let start: NumberSection<Int32>
    private let scale: FloatSection
    private let bias: FloatSection
    private let depth: Int
    private let outputs: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, depth: Int, outputs: Int) throws(LanguageError) {
        weights = try file.numbers("\(name).w7x8", of: Int8.self, count: depth * outputs)
        guard depth % 16 == 0, outputs % 16 == 0, pk_sums_fit(weights.base, depth, outputs) != 0
        else { throw file.fault("section \(name).w7x8 has sums that do not fit 16 bits") }
        start = try file.numbers("\(name).start", of: Int32.self, count: outputs)
        scale = try file.floats("\(name).scale", count: outputs)
        bias = try file.floats("\(name).b", count: outputs)
        (self.depth, self.outputs) = (depth, outputs)
    }

    /// Applies the layer, and GELU after it where wanted, to rows of `depth` floats.
    func apply(
        to input: UnsafePointer<Float>, rows: Int, gelu: Bool = false,
        into output: UnsafeMutablePointer<Float>, _ bytes: ByteRows, _ instructions: InstructionSet
    ) {
        var layer = pk_layer8(
            weights: weights.base, start: start.base, scale: scale.base, bias: bias.base,
            depth: depth, outputs: outputs)
        pk_quantise(
            instructions.rawValue, input, rows, depth, bytes.base, bytes.scales, bytes.centres)
        pk_dense8(
            instructions.rawValue, bytes.base, bytes.scales, bytes.centres, rows, &layer,
            gelu ? 1 : 0, output)
    }
}
