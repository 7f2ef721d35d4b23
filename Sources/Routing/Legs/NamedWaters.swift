public import Geodesy

/// A water that a leg has to pass.
public enum NamedWaters: Hashable, Sendable {
    /// A strait, canal or cape of the passages and links tables, by its name: "Suez Canal".
    case passage(String)
    /// A sea or gulf, by its shape; a leg passes it when its line comes into one of the polygons.
    case area(name: String, polygons: [Polygon])

    /// The name, for messages and methods.
    public var name: String {
        switch self {
        case .passage(let name), .area(let name, _): name
        }
    }
}
