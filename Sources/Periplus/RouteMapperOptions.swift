/// What a pipeline does, and how far it goes.
public struct RouteMapperOptions: Sendable, Hashable {
    /// Whether movements are read and routes drawn, or only places are found.
    public var findsRoutes = true
    /// How sure a route must be to be given, in 0...1; nil for the model's own bar.
    public var bar: Double?
    /// Whether sentences worth it are parsed with the language model, where one is there.
    public var usesModel = true

    /// The default: routes, with the model.
    public init() {}
}
