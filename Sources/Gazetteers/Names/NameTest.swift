/// What is known of a run of tokens, to scan an article for the longest names.
public struct NameTest: Sendable, Hashable {
    /// Whether the run is a name of the gazetteer, after folding.
    public var isName: Bool
    /// Whether a name of more tokens may begin with the run.
    public var beginsName: Bool

    /// The result of a test.
    public init(isName: Bool, beginsName: Bool) {
        self.isName = isName
        self.beginsName = beginsName
    }
}
