extension Gazetteer {
    /// The matches of a query, best first.
    public func search(_ query: GazetteerQuery) -> [NameMatch] {
        matches(for: query.name, limit: query.limit)
    }
}
