/// What a pipeline does, and how far it goes.
public struct RouteMapperOptions: Sendable, Hashable {
    /// Whether movements are read and routes drawn, or only places are found.
    public var findsRoutes = true
    /// Whether sentences worth it are parsed with the language model, where one is there.
    public var usesModel = true

    /// The default: routes, with the model.
    public init() {}
}
