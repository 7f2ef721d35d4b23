/// What made a result, and from what data: enough to make it again.
public struct Producer: Sendable, Hashable, Codable {
    /// The version of the program.
    public var version: String
    /// The gazetteer's layout version and checksum.
    public var gazetteer: String
    /// The language model's name and version, or "none".
    public var model: String
    /// The sea graph's version or checksum, or "none".
    public var graph: String

    /// A producer from its four versions.
    public init(version: String, gazetteer: String, model: String, graph: String) {
        self.version = version
        self.gazetteer = gazetteer
        self.model = model
        self.graph = graph
    }
}
