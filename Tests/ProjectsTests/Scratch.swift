import Foundation

@testable import Projects

/// A folder for projects, and what goes into them.
struct Scratch {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "periplus-project-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String = "a.periplus") -> String { folder.appending(path: name).path }

    func document(_ id: String) -> ProjectDocument {
        ProjectDocument(
            id: id, name: "Report \(id)", added: "2023-06-09T10:00:00Z", date: "2023-06-09",
            source: nil, sha256: "00ff", places: 1, routes: 0)
    }

    /// A feature of some properties and a geometry, both as JSON.
    func feature(
        _ id: String, in collection: ProjectFeature.Collection = .places, _ properties: String,
        _ geometry: String = "null", days: ClosedRange<String>? = nil
    ) throws -> ProjectFeature {
        let shape = PlanarShape(
            geoJSON: try JSONSerialization.jsonObject(
                with: Data(geometry.utf8), options: .fragmentsAllowed))
        return ProjectFeature(
            collection: collection, id: id,
            json: Data(
                "{\"id\":\"\(id)\",\"geometry\":\(geometry),\"properties\":\(properties)}".utf8),
            box: shape?.frame, days: days)
    }
}
