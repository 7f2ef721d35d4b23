internal import CKernels

/// A layer of a transformer: attention, then two dense layers, each added to its input and normalised.
///
/// Vaswani and others: "Attention Is All You Need", 2017; Devlin and others: "BERT", 2018.
struct TransformerLayer: Sendable {
    private let projections: DenseLayer
    private let output: DenseLayer
    private let up: DenseLayer
    private let down: DenseLayer
    private let attentionNorm: LayerNorm
    private let norm: LayerNorm
    private let width: Int
    private let inner: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(_ file: ModelFile, _ name: String, width: Int, inner: Int) throws(LanguageError) {
        projections = try DenseLayer(file, "\(name).qkv", depth: width, outputs: 3 * width)
        output = try DenseLayer(file, "\(name).out", depth: width, outputs: width)
        up = try DenseLayer(file, "\(name).up", depth: width, outputs: inner)
        down = try DenseLayer(file, "\(name).down", depth: inner, outputs: width)
        attentionNorm = try LayerNorm(file, "\(name).norm1", width: width)
        norm = try LayerNorm(file, "\(name).norm2", width: width)
        (self.width, self.inner) = (width, inner)
    }

    /// Applies the layer to the rows of a workspace.
    func apply(rows: Int, _ workspace: TextEncoderWorkspace, _ instructions: InstructionSet) {
        let (hidden, wide, narrow) = (workspace.hidden, workspace.wide, workspace.narrow)
        projections.apply(to: hidden, rows: rows, into: wide, workspace.bytes, instructions)
        pk_attention(instructions.rawValue, wide, rows, width, narrow, workspace.scratch)
        output.apply(to: narrow, rows: rows, into: wide, workspace.bytes, instructions)
        attentionNorm.apply(to: hidden, adding: wide, rows: rows, instructions)
        // Some rows at a time, so that what lies between stays in the cache.
        for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
            let count = min(Self.rowsAtOnce, rows - start)
            up.apply(
                to: hidden + start * width, rows: count, gelu: true, into: wide, workspace.bytes,
                instructions)
            down.apply(
                to: wide, rows: count, into: narrow + start * width, workspace.bytes, instructions)
        }
        norm.apply(to: hidden, adding: narrow, rows: rows, instructions)
    }

    private static let rowsAtOnce = 96
}
