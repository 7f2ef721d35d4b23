internal import Foundation
internal import GRDB

/// A project: documents with what was read from them, what people decided, and what happened, in an SQLite file.
///
/// Whatever has returned is on the disk, unless it was opened for a while only: a program that is killed loses nothing
/// of it. It may be shared between threads, and its file opened by several programs.
public final class Project: Sendable {
    let pool: DatabasePool
    /// The file.
    public let path: String

    /// Opens the project in a file, which is made where it is missing.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - isLasting: false for one that nobody needs when this program is gone, which need not wait for the disk.
    /// - Throws: `ProjectError`, when it cannot be, or is none.
    public init(at path: String, isLasting: Bool = true) throws(ProjectError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            // Written through before it is told of; in the log, so that readers do not wait.
            try database.execute(sql: "PRAGMA synchronous = \(isLasting ? "FULL" : "OFF")")
            try database.execute(sql: "PRAGMA cache_size = -16000")
        }
        do {
            try Self.check(path)
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { database in
                let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                guard version < ProjectSchema.version else { return }
                if version == 0 {
                    try database.execute(sql: ProjectSchema.tables)
                    try database.execute(
                        sql: "PRAGMA application_id = \(ProjectSchema.applicationID)")
                } else {
                    for layout in version..<ProjectSchema.version {
                        try database.execute(sql: ProjectSchema.steps[layout] ?? "")
                    }
                }
                try database.execute(sql: "PRAGMA user_version = \(ProjectSchema.version)")
            }
        } catch let error as ProjectError {
            throw error
        } catch {
            throw .unopenable(path: path, reason: Self.reason(error))
        }
    }

    /// Looks at a file before anything is written to it.
    private static func check(_ path: String) throws {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
            size > 0
        else { return }
        var configuration = Configuration()
        configuration.readonly = true
        let marks: (application: Int?, version: Int?)
        do {
            marks = try DatabaseQueue(path: path, configuration: configuration).read { database in
                (
                    try Int.fetchOne(database, sql: "PRAGMA application_id"),
                    try Int.fetchOne(database, sql: "PRAGMA user_version")
                )
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw ProjectError.foreign(path: path)
        }
        guard marks.application == ProjectSchema.applicationID else {
            throw ProjectError.foreign(path: path)
        }
        if let version = marks.version, version > ProjectSchema.version {
            throw ProjectError.newer(path: path, version: version)
        }
    }

    /// Closes the file, when nobody uses it any more.
    public func close() {
        try? pool.close()
    }

    static func reason(_ error: any Error) -> String {
        (error as? DatabaseError)?.message ?? "\(error)"
    }

    /// Reads, with errors of our own.
    func reading<Value>(
        _ deed: String, _ body: (Database) throws -> Value
    ) throws(ProjectError) -> Value {
        do {
            return try pool.read(body)
        } catch let error as ProjectError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw .slow
        } catch {
            throw .failed(doing: deed, reason: Self.reason(error))
        }
    }

    /// Writes all or nothing, with errors of our own.
    func writing<Value>(
        _ deed: String, _ body: (Database) throws -> Value
    ) throws(ProjectError) -> Value {
        do {
            return try pool.write(body)
        } catch let error as ProjectError {
            throw error
        } catch {
            throw .failed(doing: deed, reason: Self.reason(error))
        }
    }
}
