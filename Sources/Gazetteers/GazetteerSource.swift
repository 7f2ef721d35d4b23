/// One source of places: where it comes from and on what terms.
public struct GazetteerSource: Sendable, Hashable, Codable {
    /// The key that places carry, "geonames".
    public var key: String
    /// The name of the data, "GeoNames cities500".
    public var name: String
    /// The version or date of the data and of the package that carried it.
    public var version: String
    /// The licence of the data itself.
    public var licence: String
    /// The notice to print where the data is used.
    public var attribution: String
    /// The SHA-256 of the package or file it was taken from, in hexadecimal; empty for own tables.
    public var sha256: String
    /// The number of places that carry the key.
    public var rows: Int

    /// A source from its parts.
    public init(
        key: String, name: String, version: String, licence: String, attribution: String = "",
        sha256: String = "", rows: Int = 0
    ) {
        self.key = key
        self.name = name
        self.version = version
        self.licence = licence
        self.attribution = attribution
        self.sha256 = sha256
        self.rows = rows
    }
}
