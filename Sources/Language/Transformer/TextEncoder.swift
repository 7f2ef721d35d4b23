internal import CKernels
public import Foundation

/// Reads a window of text with a transformer: a vector for each word piece, in the light of the others.
///
/// `Scripts/reading/encoder_file.py` writes its file. One encoder serves any number of threads; each
/// call works in scratch memory of its own, of some 4 MB, that later calls use again, and that goes when none has for
/// half a minute.
public final class TextEncoder: Sendable {
    /// Cuts text into the pieces that the encoder reads.
    public let wordPieces: WordPieces
    /// How long a piece's vector is.
    public let width: Int
    /// How many pieces a window may have, with those before and after its text.
    public let longestWindow: Int
    /// How many kinds of mention there are, "none" (0) among them.
    public let kindCount: Int
    /// What the file says of itself: "encoder", "encoder.licence" and others.
    public let about: [String: String]
    /// The licence and the notices that go with the model.
    public let licence: String

    private let file: ModelFile
    private let embedding: PieceEmbedding
    private let layers: [TransformerLayer]
    /// The instructions in use.
    public let instructions: InstructionSet
    private let workspaces = IdlePool<TextEncoderWorkspace>()
    private let inner: Int

    /// Opens a model file.
    ///
    /// Maps the file and checks it, which takes some 20 milliseconds for 40 MB.
    /// - Parameters:
    ///   - url: The file.
    ///   - instructions: The widest instructions to use, of those that the processor has.
    /// - Throws: `LanguageError`, for a file that is missing, damaged or of another layout.
    public init(
        contentsOf url: URL, instructions: InstructionSet = .widest
    ) throws(LanguageError) {
        let file = try ModelFile(url)
        let shape = try file.numbers("enc.shape", of: UInt32.self, count: 7)
        let numbers = (0..<7).map { Int(shape.base[$0]) }
        let (width, heads, inner) = (numbers[0], numbers[2], numbers[3])
        guard width > 0, width % 32 == 0, width == heads * 32, inner > 0, inner % 16 == 0,
            width <= 4096, inner <= 16384, numbers[1] <= 64, 2...4096 ~= numbers[5],
            1...256 ~= numbers[6], 1...(1 << 24) ~= numbers[4]
        else { throw file.fault("section enc.shape is odd: \(numbers)") }
        wordPieces = try WordPieces(file)
        guard wordPieces.count == numbers[4] else {
            throw file.fault("\(wordPieces.count) scores for \(numbers[4]) pieces")
        }
        embedding = try PieceEmbedding(
            file, width: width, pieces: numbers[4], positions: numbers[5], kinds: numbers[6])
        var layers: [TransformerLayer] = []
        for index in 0..<numbers[1] {
            layers.append(
                try TransformerLayer(file, "enc.\(index)", width: width, inner: inner))
        }
        self.layers = layers
        (self.width, self.inner) = (width, inner)
        (longestWindow, kindCount) = (numbers[5], numbers[6])
        about = try file.about()
        licence = String(decoding: try file.bytes("licence"), as: UTF8.self)
        self.file = file
        self.instructions = min(instructions, .widest)
    }

    /// Calls a function with scratch memory of its own, for any number of windows one after the other.
    package func withWorkspace<Result, Failure: Error>(
        _ body: (TextEncoderWorkspace) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let workspace =
            workspaces.take()
            ?? TextEncoderWorkspace(longestWindow: longestWindow, width: width, inner: inner)
        defer { workspaces.put(workspace) }
        return try body(workspace)
    }

    /// The vectors of the pieces of a window.
    ///
    /// - Parameters:
    ///   - ids: The pieces' numbers, with `wordPieces.start` first and `wordPieces.end` last.
    ///   - kinds: For each piece, the kind of mention it belongs to, 0 for none; as many as `ids`, or
    ///     empty where there are no mentions.
    ///   - workspace: Scratch memory; the answer lies in it until its next use.
    /// - Returns: For each piece `width` floats, row after row, aligned to 64 bytes.
    /// - Throws: `LanguageError.badWindow`, for a window that is empty or too long, pieces or kinds that
    ///   do not exist, or a wrong number of kinds.
    package func encode(
        ids: [Int32], kinds: [UInt8], _ workspace: TextEncoderWorkspace
    ) throws(LanguageError) -> UnsafeBufferPointer<Float> {
        try encode(ids: ids, kinds: kinds, depth: layers.count, workspace) { _ in [] }
    }

    /// The vectors of the pieces of a window, of which only some go through all layers.
    ///
    /// - Parameters:
    ///   - ids: The pieces' numbers, with `wordPieces.start` first and `wordPieces.end` last.
    ///   - kinds: For each piece, the kind of mention it belongs to, 0 for none; as many as `ids`, or
    ///     empty where there are no mentions.
    ///   - depth: How many layers read all pieces.
    ///   - workspace: Scratch memory; the answer lies in it until its next use.
    ///   - choosing: Given the pieces' vectors after those layers, which pieces the others read, in order.
    /// - Returns: For each piece `width` floats, row after row, aligned to 64 bytes; zeros for a piece that
    ///   is not chosen, as in training; what the first layers gave where none is.
    /// - Throws: `LanguageError.badWindow`, for a window that is empty or too long, pieces or kinds that
    ///   do not exist, or a wrong number of kinds.
    package func encode(
        ids: [Int32], kinds: [UInt8], depth: Int, _ workspace: TextEncoderWorkspace,
        choosing: (UnsafeBufferPointer<Float>) -> [Int]
    ) throws(LanguageError) -> UnsafeBufferPointer<Float> {
        guard 1...longestWindow ~= ids.count else {
            throw .badWindow(reason: "\(ids.count) pieces, not 1 to \(longestWindow)")
        }
        guard kinds.isEmpty || kinds.count == ids.count else {
            throw .badWindow(reason: "\(kinds.count) kinds for \(ids.count) pieces")
        }
        let count = wordPieces.count
        guard ids.allSatisfy({ 0 <= $0 && $0 < count }) else {
            throw .badWindow(reason: "a piece that does not exist")
        }
        guard kinds.allSatisfy({ $0 < kindCount }) else {
            throw .badWindow(reason: "a kind of mention that does not exist")
        }
        embedding.apply(ids, kinds, workspace, instructions)
        for layer in layers.prefix(depth) { layer.apply(rows: ids.count, workspace, instructions) }
        let hidden = UnsafeBufferPointer(start: workspace.hidden, count: ids.count * width)
        let chosen = choosing(hidden)
        guard !chosen.isEmpty else { return hidden }
        workspace.gather(chosen, width: width)
        for layer in layers.dropFirst(depth) {
            layer.apply(rows: chosen.count, workspace, instructions)
        }
        workspace.scatter(chosen, of: ids.count, width: width)
        return hidden
    }

    /// How many layers there are.
    package var layerCount: Int { layers.count }

    /// A further section of one number of the same file.
    /// - Throws: `LanguageError.malformedModel`.
    package func number(_ name: String) throws(LanguageError) -> Int {
        Int(try file.numbers(name, of: UInt32.self, count: 1).base[0])
    }

    /// The vectors of the pieces of a window, copied: for each piece `width` floats, row after row.
    /// - Throws: `LanguageError.badWindow`, as `encode(ids:kinds:_:)` does.
    public func vectors(ids: [Int32], kinds: [UInt8] = []) throws(LanguageError) -> [Float] {
        try withWorkspace { (workspace) throws(LanguageError) in
            Array(try encode(ids: ids, kinds: kinds, workspace))
        }
    }

    /// A further section of floats of the same file, of an expected count where one is given.
    /// - Throws: `LanguageError.malformedModel`.
    package func floats(_ name: String, count: Int? = nil) throws(LanguageError) -> FloatSection {
        try file.floats(name, count: count)
    }

    /// A further section of text of the same file, in lines.
    /// - Throws: `LanguageError.malformedModel`.
    package func lines(_ name: String) throws(LanguageError) -> [Substring] {
        try file.lines(name)
    }

    /// A linear layer of the same file: sections `name.w`, packed in panels, and `name.b`.
    /// - Throws: `LanguageError.malformedModel`.
    package func linearLayer(
        _ name: String, depth: Int, outputs: Int
    ) throws(LanguageError) -> LinearLayer {
        let layer = try LinearLayer(file, name, depth: depth)
        guard layer.outputs == outputs else {
            throw file.fault("section \(name).b has \(layer.outputs) numbers, not \(outputs)")
        }
        return layer
    }
}
