/// Why a file of an analyst's decisions cannot be used.
public enum AnalystPlacesError: Error, Sendable, Hashable {
    /// There is no file at the path.
    case missing(path: String)
    /// The file exists but cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is neither a table of names and places nor GeoJSON; `where` names the line or feature.
    case malformed(path: String, where: String, what: String)
}

extension AnalystPlacesError: CustomStringConvertible {
    /// One line: the file, where in it, what is wrong.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file"
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .malformed(let path, let position, let what):
            position.isEmpty ? "\(path): \(what)" : "\(path), \(position): \(what)"
        }
    }
}
