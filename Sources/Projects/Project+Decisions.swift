internal import Foundation
internal import GRDB

extension Project {
    /// The decisions on a document: JSON, one a line; nil where there is no such document.
    public func decisions(on id: String) throws(ProjectError) -> String? {
        try reading("reading decisions") { database in
            try String.fetchOne(
                database, sql: "SELECT decisions FROM documents WHERE id = ?", arguments: [id])
        }
    }

    /// Puts decisions on a document in the place of those before, with what is read by them.
    ///
    /// - Parameters:
    ///   - lines: JSON, one a line.
    ///   - document: the document as it is with them; its revision is the one before.
    ///   - reading: what was read.
    ///   - time: when, as ISO 8601 in UTC.
    /// - Throws: `ProjectError`; `.conflict` where another revision has come between. Then nothing was changed.
    public func decide(
        _ lines: String, on document: ProjectDocument, reading: ProjectReading, at time: String
    ) throws(ProjectError) {
        try writing("keeping decisions") { database in
            guard
                let number = try Int64.fetchOne(
                    database, sql: "SELECT number FROM documents WHERE id = ? AND revision = ?",
                    arguments: [document.id, document.revision])
            else { throw ProjectError.conflict }
            try database.execute(
                sql: """
                    UPDATE documents SET revision = revision + 1, decisions = ?, places = ?, routes = ?
                    WHERE number = ?
                    """, arguments: [lines, document.places, document.routes, number])
            try database.execute(
                sql: "UPDATE readings SET result = ? WHERE document = ?",
                arguments: [reading.result, number])
            try Self.removeFeatures(of: number, from: database)
            try Self.insert(reading.features, of: number, in: database)
            try Self.note("decided", at: time, decisions: lines, of: number, in: database)
        }
    }

    /// What was done to a document, the first first; empty where there is no such document.
    public func history(of id: String) throws(ProjectError) -> [ProjectEvent] {
        try reading("reading the history") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT at, what, decisions FROM events
                    WHERE document = (SELECT number FROM documents WHERE id = ?) ORDER BY number
                    """, arguments: [id]
            ).map { ProjectEvent(at: $0["at"], what: $0["what"], decisions: $0["decisions"]) }
        }
    }
}
