/// Why a projection could not be made or used.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The definition names no projection that PROJ knows.
    case unknownDefinition(String, reason: String)
    /// The figures have no image in the projection.
    case outside(String, String, reason: String)

    /// One sentence for a reader.
    public var description: String {
        switch self {
        case .unknownDefinition(let definition, let reason):
            "cannot make a projection of '\(definition)': \(reason)"
        case .outside(let figures, let definition, let reason):
            "cannot project (\(figures)) with '\(definition)': \(reason)"
        }
    }
}
