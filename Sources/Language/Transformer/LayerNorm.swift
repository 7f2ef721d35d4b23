internal import CKernels

/// Layer normalisation of a sum.
struct LayerNorm: Sendable {
    let gain: FloatSection
    let offset: FloatSection

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, width: Int) throws(LanguageError) {
        gain = try file.floats("\(name).gain", count: width)
        offset = try file.floats("\(name).offset", count: width)
    }

    /// Replaces rows by the normalised sum of them and others.
    func apply(
        to rows: UnsafeMutablePointer<Float>, adding others: UnsafePointer<Float>, rows count: Int,
        _ instructions: InstructionSet
    ) {
        pk_add_norm(
            instructions.rawValue, rows, others, count, gain.count, gain.base, offset.base)
    }
}
