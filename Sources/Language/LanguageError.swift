/// What went wrong while reading a language's files or analysing a text.
public enum LanguageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A file could not be read.
    case unreadable(file: String, reason: String)
    /// A text table breaks its own rules at a line, in a column where one can be named.
    case malformedTable(file: String, line: Int, column: String?, reason: String)
    /// A binary model file is not one, is damaged, or is of another layout.
    case malformedModel(file: String, reason: String)
    /// A text is longer than positions can count (2 GiB).
    case textTooLong(bytes: Int)
    /// A sentence was named that the analysis does not have.
    case noSuchSentence(index: Int, count: Int)
    /// A window of word pieces is not one that the encoder can read.
    case badWindow(reason: String)

    /// One line for people.
    public var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "cannot read \(file): \(reason)"
        case .malformedTable(let file, let line, let column?, let reason):
            "\(file), line \(line), column \(column): \(reason)"
        case .malformedTable(let file, let line, nil, let reason):
            "\(file), line \(line): \(reason)"
        case .malformedModel(let file, let reason):
            "\(file) is not a usable language model: \(reason)"
        case .textTooLong(let bytes):
            "a text of \(bytes) bytes is too long to analyse"
        case .noSuchSentence(let index, let count):
            "no sentence \(index) in an analysis of \(count)"
        case .badWindow(let reason):
            "cannot encode a window: \(reason)"
        }
    }
}
