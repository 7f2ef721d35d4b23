internal import CKernels

/// What a piece, its position and its kind of mention say before the layers: the normalised sum.
struct PieceEmbedding: Sendable {
    private let words: NumberSection<UInt8>
    private let positions: FloatSection
    private let kinds: FloatSection
    private let norm: LayerNorm
    private let width: Int

    /// - Throws: `LanguageError.malformedModel`.
    init(
        _ file: ModelFile, width: Int, pieces: Int, positions: Int, kinds: Int
    ) throws(LanguageError) {
        words = try file.numbers("enc.words", of: UInt8.self, count: pieces * (width / 32 * 18))
        self.positions = try file.floats("enc.positions", count: positions * width)
        self.kinds = try file.floats("enc.kinds", count: kinds * width)
        norm = try LayerNorm(file, "enc.norm", width: width)
        self.width = width
    }

    /// Fills the rows of a workspace; an empty list of kinds means none for all.
    func apply(
        _ ids: [Int32], _ kinds: [UInt8], _ workspace: TextEncoderWorkspace,
        _ instructions: InstructionSet
    ) {
        let row = workspace.kinds
        for index in ids.indices { row[index] = kinds.isEmpty ? 0 : kinds[index] }
        pk_embed(
            instructions.rawValue, ids, row, ids.count, width, words.base, positions.base,
            self.kinds.base, norm.gain.base, norm.offset.base, workspace.hidden)
    }
}
