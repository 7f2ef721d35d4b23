#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import Geodesy

/// The shores that legs by sea keep clear of, as rings to be drawn: Natural Earth's of 1:10m, land never smaller.
public struct ShoreRings: Sendable {
    /// The rings with land on their left, each closed implicitly; one across 180 degrees jumps there.
    public let rings: [[Coordinate]]

    /// The rings of a file made by `Scripts/import-shores.py`.
    ///
    /// - Throws: `RoutingError.graphUnreadable` when the file is missing or damaged.
    public init(contentsOf file: URL) throws(RoutingError) {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .graphUnreadable(path: file.path, reason: "no such file")
        }
        rings = try ShoreFile(data).rings.map { $0.map(\.coordinate) }
    }
}
