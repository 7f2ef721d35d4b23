/// The way a leg is travelled; raw values are those of the output.
///
/// Routing's own: rooms that read text may have an enumeration of the same raw values.
public enum TravelMode: String, Hashable, Sendable, CaseIterable, Codable {
    /// By ship over open or coastal waters, and the canals ships use.
    case sea
    /// By aircraft.
    case air
    /// By road vehicle.
    case road
    /// By rail.
    case rail
    /// By boat or barge along rivers and canals.
    case river
    /// Through a pipeline.
    case pipeline
    /// Over land, in a way that is not stated.
    case land
    /// Not stated, and not to be inferred.
    case unknown
}
