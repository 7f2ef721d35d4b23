internal import Language

/// Why the words of movement could not be read.
public enum MovementError: Error, Sendable, CustomStringConvertible {
    /// A table of the lexicon is missing, or breaks its own rules.
    case lexicon(reason: String)

    /// One line for people.
    public var description: String {
        switch self {
        case .lexicon(let reason): "cannot read the lexicon of movements: \(reason)"
        }
    }

    init(_ error: LanguageError) { self = .lexicon(reason: error.description) }
}
