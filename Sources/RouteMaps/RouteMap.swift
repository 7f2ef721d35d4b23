public import Documents

/// All that a document says about places and routes, with measured legs and checked claims.
public struct RouteMap: Sendable {
    /// The document; every range below counts in its text.
    public var document: Document
    /// The mentions with the place chosen for each, in the order of the text.
    public var toponyms: [ResolvedToponym]
    /// The routes, in the order of the text.
    public var routes: [Route]
    /// The spatial claims, checked against the chosen places.
    public var claims: [CheckedClaim]
    /// What made this map, from what data.
    public var producer: Producer

    /// A map from its parts.
    public init(
        document: Document, toponyms: [ResolvedToponym], routes: [Route], claims: [CheckedClaim],
        producer: Producer
    ) {
        self.document = document
        self.toponyms = toponyms
        self.routes = routes
        self.claims = claims
        self.producer = producer
    }
}
