/// Why a document was given no map.
public enum MappingError: Error, Sendable, Hashable {
    /// The task that asked was cancelled.
    case cancelled
    /// The document took longer than it was given.
    case tookTooLong(limit: Duration)
}

extension MappingError: CustomStringConvertible {
    /// One line: what was being done, and what ended it.
    public var description: String {
        switch self {
        case .cancelled: "reading the document was cancelled"
        case .tookTooLong(let limit): "reading the document took more than \(limit)"
        }
    }
}
