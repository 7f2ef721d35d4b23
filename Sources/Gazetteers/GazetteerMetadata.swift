/// What a gazetteer was made of.
public struct GazetteerMetadata: Sendable, Hashable, Codable {
    /// The version of the layout of the files.
    public var layoutVersion: Int
    /// A digest of all source tables, 16 hexadecimal digits; equal sources give an equal digest.
    public var digest: String
    /// The number of places.
    public var places: Int
    /// The number of names.
    public var names: Int
    /// The sources, in the order of their keys.
    public var sources: [GazetteerSource]

    /// Metadata from its parts.
    public init(
        layoutVersion: Int, digest: String, places: Int, names: Int, sources: [GazetteerSource]
    ) {
        self.layoutVersion = layoutVersion
        self.digest = digest
        self.places = places
        self.names = names
        self.sources = sources
    }
}
