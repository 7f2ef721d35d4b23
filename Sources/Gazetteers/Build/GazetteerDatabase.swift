internal import Foundation
internal import GRDB
internal import Geodesy

/// The SQLite side of a gazetteer: the master that other programs can query.
enum GazetteerDatabase {
    /// The tables; `place.number` is the place's number in the index.
    static let schema = """
        CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE source (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, licence TEXT NOT NULL,
            attribution TEXT NOT NULL, sha256 TEXT NOT NULL, rows INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE place (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
            country TEXT, admin1 TEXT, admin2 TEXT, latitude REAL NOT NULL, longitude REAL NOT NULL,
            population INTEGER NOT NULL, rank INTEGER NOT NULL, capital INTEGER NOT NULL,
            feature TEXT, source TEXT NOT NULL, sea_m INTEGER, basin INTEGER, landmass INTEGER,
            port TEXT, airport TEXT, display_latitude REAL, display_longitude REAL,
            harbour_size INTEGER, harbour_cargoes INTEGER);
        CREATE TABLE name (
            place INTEGER NOT NULL REFERENCES place, name TEXT NOT NULL, kind TEXT NOT NULL,
            dangerous INTEGER NOT NULL);
        CREATE TABLE shape (place TEXT PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE generic (
            word TEXT NOT NULL, leads INTEGER NOT NULL, kinds TEXT NOT NULL,
            replacement TEXT NOT NULL);
        CREATE TABLE danger (name TEXT PRIMARY KEY, listed INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE feature (code TEXT PRIMARY KEY, kind TEXT NOT NULL, rank INTEGER)
            WITHOUT ROWID;
        """

    /// Writes the database of a set of tables.
    static func write(_ tables: GazetteerTables, to url: URL) throws(GazetteerError) {
        try? FileManager.default.removeItem(at: url)
        do {
            let queue = try open(url)
            try queue.write { database in
                try database.execute(sql: schema)
                try insertMetadata(of: tables, into: database)
                try insertRules(of: tables, into: database)
                try insertPlaces(tables.records, into: database)
                let insert = try database.makeStatement(sql: "INSERT INTO shape VALUES (?, ?)")
                for (id, bytes) in tables.shapes.sorted(by: { $0.key < $1.key }) {
                    try insert.execute(arguments: [id.rawValue, Data(bytes)])
                }
            }
            try queue.close()
        } catch {
            throw .unwritable(path: url.path, reason: "\(error)")
        }
    }

    private static func open(_ url: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            // The file is new and thrown away on failure: no journal is needed.
            try database.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;
                    PRAGMA application_id = \(DatabaseHeader.applicationID);
                    PRAGMA user_version = \(IndexLayout.version);
                    """)
        }
        return try DatabaseQueue(path: url.path, configuration: configuration)
    }

    private static func insertMetadata(
        of tables: GazetteerTables, into database: Database
    ) throws {
        let insert = try database.makeStatement(sql: "INSERT INTO metadata VALUES (?, ?)")
        try insert.execute(arguments: ["digest", tables.digest])
        try insert.execute(arguments: ["layout", "\(IndexLayout.version)"])
        let source = try database.makeStatement(
            sql: "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)")
        for entry in tables.sources {
            try source.execute(arguments: [
                entry.key, entry.name, entry.version, entry.licence, entry.attribution,
                entry.sha256, entry.rows,
            ])
        }
    }

    private static func insertRules(of tables: GazetteerTables, into database: Database) throws {
        let generic = try database.makeStatement(sql: "INSERT INTO generic VALUES (?, ?, ?, ?)")
        for entry in tables.genericEntries {
            let kinds = entry.kinds.map(\.rawValue).sorted().joined(separator: ",")
            try generic.execute(arguments: [
                String(decoding: entry.folded, as: UTF8.self), entry.leads, kinds,
                String(decoding: entry.replacement, as: UTF8.self),
            ])
        }
        let danger = try database.makeStatement(sql: "INSERT INTO danger VALUES (?, ?)")
        let listed = tables.dangers.listed
        for name in tables.dangers.words.union(listed).map({ String(decoding: $0, as: UTF8.self) })
            .sorted()
        {
            try danger.execute(arguments: [name, listed.contains(Array(name.utf8))])
        }
        let feature = try database.makeStatement(sql: "INSERT INTO feature VALUES (?, ?, ?)")
        for (code, entry) in tables.features.entries.sorted(by: { $0.key < $1.key }) {
            try feature.execute(arguments: [code, entry.kind.rawValue, entry.rank])
        }
    }

    private static func insertPlaces(
        _ records: [GazetteerRecord], into database: Database
    ) throws {
        let insert = try database.makeStatement(
            sql: "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        let insertName = try database.makeStatement(sql: "INSERT INTO name VALUES (?,?,?,?)")
        for (number, record) in records.enumerated() {
            let place = record.place
            insert.setUncheckedArguments([
                number, place.id.rawValue, place.name, place.kind.rawValue, place.country,
                place.admin1, place.admin2, place.coordinate.latitude, place.coordinate.longitude,
                place.population, place.rank, place.isCapital ? 1 : 0, place.featureCode,
                place.source, place.distanceToSea.map { Int($0.metres) }, place.basin,
                place.landmass, place.nearestPort?.rawValue, place.nearestAirport?.rawValue,
                place.display?.latitude, place.display?.longitude,
                place.harbour.map { Int($0.size.rawValue) },
                place.harbour.map { Int($0.cargoes.rawValue) },
            ])
            try insert.execute()
            for name in record.names where name.kind != .primary {
                insertName.setUncheckedArguments([
                    number, name.text, name.kind.rawValue, name.isDangerous ? 1 : 0,
                ])
                try insertName.execute()
            }
        }
    }
}
