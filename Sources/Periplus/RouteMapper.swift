/// The whole pipeline behind one type: text in, routes on a map out.
public struct RouteMapper: Sendable {
    /// The version of the program.
    public static let version = "0.1.0"
}
