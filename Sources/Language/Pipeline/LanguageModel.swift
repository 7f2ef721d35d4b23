public import Foundation

/// A language's tagger, dependency parser, entity recogniser and lemmatizer.
///
/// Runs the networks of a spaCy model and gives its answers. One model serves any number of threads;
/// each call works in scratch memory of its own, of at most about 60 MB, that later calls use again, and that goes when
/// none has for half a minute.
public final class LanguageModel: Sendable {
    /// How many tokens are analysed at once.
    ///
    /// Longer texts are analysed in pieces that end where a sentence does,
    /// or at this limit where a sentence is longer.
    public static let longestPiece = 8192

    /// The tokeniser that the model was trained with.
    public let tokenizer: Tokenizer
    /// What the model file says of itself: "name", "version", "licence", "source", "sha256".
    public let about: [String: String]
    /// The licence and the notices that go with the model.
    public let licence: String

    let identities: WordIdentities
    let encoder: Encoder
    let tagger: Tagger
    let parser: Parser
    let annotator: Annotator
    let nameEncoder: Encoder
    let recogniser: EntityRecogniser
    let workspaces = IdlePool<Workspace>()

    /// Opens a model: a folder such as `Data/Language/en` with `model.bin` and `tokenizer.tsv`.
    ///
    /// Maps the file and checks it, which takes milliseconds.
    /// - Throws: `LanguageError`, for files that are missing, damaged or of another layout.
    public init(contentsOf folder: URL) throws(LanguageError) {
        tokenizer = try Tokenizer(rules: folder.appending(path: "tokenizer.tsv"))
        let file = try ModelFile(folder.appending(path: "model.bin"))
        about = try file.about()
        licence = String(decoding: try file.bytes("licence"), as: UTF8.self)
        identities = try WordIdentities(file, rules: tokenizer.rules)
        encoder = try Encoder(file, "main")
        tagger = try Tagger(file, width: encoder.width)
        parser = try Parser(file, width: encoder.width)
        annotator = try Annotator(file, tags: tagger.tags, labels: parser.labels)
        nameEncoder = try Encoder(file, "ner")
        recogniser = try EntityRecogniser(file, width: nameEncoder.width)
    }

    /// Calls a function with scratch memory of its own.
    func withWorkspace<Result>(_ body: (Workspace) -> Result) -> Result {
        let workspace = workspaces.take() ?? Workspace(main: encoder, names: nameEncoder)
        defer { workspaces.put(workspace) }
        return body(workspace)
    }
}
