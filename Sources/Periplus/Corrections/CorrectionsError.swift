/// Why a file of decisions cannot be used.
public enum CorrectionsError: Error, Sendable, Hashable {
    /// There is no file at the path.
    case missing(path: String)
    /// The file exists but cannot be read.
    case unreadable(path: String, reason: String)
    /// A line is no decision.
    case malformed(path: String, line: Int, what: String)
}

extension CorrectionsError: CustomStringConvertible {
    /// One line: the file, where in it, what is wrong.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file"
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .malformed(let path, let line, let what): "\(path), line \(line): \(what)"
        }
    }
}
