public import Foundation
internal import GRDB

extension Project {
    /// Adds a document with what was read from it.
    ///
    /// - Parameters:
    ///   - document: the document; its id must be new.
    ///   - request: the line of `batch` it was read from, by which it can be read again.
    ///   - reading: what was read.
    /// - Throws: `ProjectError`; then nothing was added.
    public func add(
        _ document: ProjectDocument, request: Data, reading: ProjectReading
    ) throws(ProjectError) {
        try writing("adding a document") { database in
            try Self.insert(document, request: request, reading: reading, in: database)
        }
    }

    static func insert(
        _ document: ProjectDocument, request: Data, reading: ProjectReading, in database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO documents (id, name, added, date, source, sha256, places, routes, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.id, document.name, document.added, document.date, document.source,
                document.sha256, document.places, document.routes, document.revision,
            ])
        let number = database.lastInsertedRowID
        try database.execute(
            sql: "INSERT INTO readings (document, request, result) VALUES (?, ?, ?)",
            arguments: [number, request, reading.result])
        try insert(reading.features, of: number, in: database)
        try note("added", at: document.added, decisions: "", of: number, in: database)
    }

    /// A document; nil where there is none of the id.
    public func document(_ id: String) throws(ProjectError) -> ProjectDocument? {
        try reading("reading a document") { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM documents WHERE id = ?", arguments: [id]
            ).map(Self.document)
        }
    }

    /// The documents, the latest first, of those added before the one of an id; no more than a limit.
    public func documents(
        before id: String? = nil, limit: Int
    ) throws(ProjectError) -> [ProjectDocument] {
        try reading("reading the documents") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM documents
                    WHERE ?1 IS NULL OR number < (SELECT number FROM documents WHERE id = ?1)
                    ORDER BY number DESC LIMIT ?2
                    """, arguments: [id, limit]
            ).map(Self.document)
        }
    }

    /// The line of results of a document.
    public func result(of id: String) throws(ProjectError) -> Data? {
        try column("result", of: id)
    }

    /// The line of `batch` that a document was read from.
    public func request(of id: String) throws(ProjectError) -> Data? {
        try column("request", of: id)
    }

    private func column(_ name: String, of id: String) throws(ProjectError) -> Data? {
        try reading("reading a document") { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT \(name) FROM readings
                    WHERE document = (SELECT number FROM documents WHERE id = ?)
                    """, arguments: [id])
        }
    }

    /// How many documents there are.
    public func documentCount() throws(ProjectError) -> Int {
        try reading("counting the documents") { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM documents") ?? 0
        }
    }

    /// Takes a document out, with all that belongs to it; false where there is none of the id.
    public func remove(_ id: String) throws(ProjectError) -> Bool {
        try writing("removing a document") { database in
            guard
                let number = try Int64.fetchOne(
                    database, sql: "SELECT number FROM documents WHERE id = ?", arguments: [id])
            else { return false }
            try Self.remove(number, from: database)
            return true
        }
    }

    /// Takes the oldest documents out, so that no more than so many are left.
    public func keepLatest(_ count: Int) throws(ProjectError) {
        try writing("removing old documents") { database in
            let old = try Int64.fetchAll(
                database,
                sql: "SELECT number FROM documents ORDER BY number DESC LIMIT -1 OFFSET ?",
                arguments: [count])
            for number in old { try Self.remove(number, from: database) }
        }
    }

    private static func remove(_ number: Int64, from database: Database) throws {
        try removeFeatures(of: number, from: database)
        try database.execute(sql: "DELETE FROM documents WHERE number = ?", arguments: [number])
    }

    private static func document(_ row: Row) -> ProjectDocument {
        ProjectDocument(
            id: row["id"], name: row["name"], added: row["added"], date: row["date"],
            source: row["source"], sha256: row["sha256"], places: row["places"],
            routes: row["routes"], revision: row["revision"])
    }

    static func note(
        _ what: String, at time: String, decisions: String, of document: Int64,
        in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO events (document, at, what, decisions) VALUES (?, ?, ?, ?)",
            arguments: [document, time, what, decisions])
    }
}
