internal import Language

extension DependencyLabel {
    /// That of a word of which nothing is known.
    static let unknown = DependencyLabel(rawValue: "")
}
