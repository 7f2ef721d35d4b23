internal import Language

/// Why movements cannot be read.
public enum MovementError: Error, Sendable, CustomStringConvertible {
    /// A table of the lexicon is missing, or breaks its own rules.
    case lexicon(reason: String)
    /// The model of the reader is missing, damaged or of another layout.
    case model(reason: String)

    /// One line for people.
    public var description: String {
        switch self {
        case .lexicon(let reason): "cannot read the lexicon of movements: \(reason)"
        case .model(let reason): "cannot read the model of the reader: \(reason)"
        }
    }

    init(_ error: LanguageError) { self = .lexicon(reason: error.description) }

    static func model(_ error: LanguageError) -> MovementError { .model(reason: error.description) }
}
