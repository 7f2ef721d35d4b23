/// Why a project cannot be opened or used.
public enum ProjectError: Error, Sendable, Hashable {
    /// The file cannot be opened or made.
    case unopenable(path: String, reason: String)
    /// The file is a database of something else.
    case foreign(path: String)
    /// The project was written by a newer program.
    case newer(path: String, version: Int)
    /// The disk is full, or the file damaged.
    case failed(doing: String, reason: String)
    /// Somebody else has decided on the document meanwhile.
    case conflict
    /// A filter has not found enough in the time that it is given.
    case slow
}

extension ProjectError: CustomStringConvertible {
    /// One line: what, and why.
    public var description: String {
        switch self {
        case .unopenable(let path, let reason): "cannot open the project \(path): \(reason)"
        case .foreign(let path): "\(path) is no project of periplus; name another file"
        case .newer(let path, let version):
            "the project \(path) is of layout \(version), of a newer program; use that"
        case .failed(let deed, let reason): "\(deed): \(reason)"
        case .slow: "the filter takes too long; narrow it by bbox, datetime or document"
        case .conflict: "the document has changed meanwhile; read it again"
        }
    }
}
