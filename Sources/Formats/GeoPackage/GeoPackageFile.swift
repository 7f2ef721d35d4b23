internal import Documents
internal import Foundation
internal import GRDB
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements
internal import RouteMaps

/// A GeoPackage being filled, in one transaction.
struct GeoPackageFile {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        // The file is not in its place yet: no journal is needed to undo a half-written one.
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = OFF")
            try database.execute(sql: "PRAGMA synchronous = OFF")
            try database.execute(sql: "PRAGMA application_id = 0x47504B47")
            try database.execute(sql: "PRAGMA user_version = 10300")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func write(_ atlas: Atlas) throws {
        try queue.write { database in
            try database.execute(sql: GeoPackageSchema.base)
            let day = atlas.maps.compactMap { $0.document.date?.day }.max()
            let tables = GeoPackageTables(
                database: database, change: day.map { "\($0)T00:00:00.000Z" })
            try tables.addPlaces(of: atlas)
            try tables.addRoutes(of: atlas)
            try tables.addFlows(of: atlas)
            try tables.addMentions(of: atlas)
            try tables.addClaims(of: atlas)
            try tables.addDistances(of: atlas)
            try tables.addDocuments(of: atlas)
            try tables.addSources(of: atlas)
            try tables.addStyles(of: atlas)
        }
        try queue.close()
    }
}
