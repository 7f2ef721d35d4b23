public import Geodesy

/// An end of a way along a pipeline or railway.
public enum LineEnd: Hashable, Sendable {
    /// A place on the line, or near it.
    case position(Coordinate)
    /// Anywhere in a country, by its ISO 3166-1 alpha-2 code.
    case country(String)
}
