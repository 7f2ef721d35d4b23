internal import Foundation
internal import GRDB

/// Jobs as people ask for them and look at them.
extension Project {
    /// Keeps a job; when this has returned it is on the disk, and will be done.
    ///
    /// - Parameters:
    ///   - id: how it is called in addresses; must be new.
    ///   - name: what people call it.
    ///   - entries: what is to be read.
    ///   - time: when, as ISO 8601 in UTC.
    /// - Throws: `ProjectError`; then nothing was kept.
    public func addJob(
        _ id: String, name: String, entries: [JobEntry], at time: String
    ) throws(ProjectError) {
        try writing("keeping a job") { database in
            try database.execute(
                sql: "INSERT INTO jobs (id, name, created, dismissed) VALUES (?, ?, ?, 0)",
                arguments: [id, name, time])
            let job = database.lastInsertedRowID
            try Self.insert(entries, of: job, in: database)
            try Self.finish(job, at: time, in: database)
        }
    }

    /// A job; nil where there is none of the id.
    public func job(_ id: String) throws(ProjectError) -> ProjectJob? {
        try reading("reading a job") { database in
            try Row.fetchOne(
                database, sql: Self.jobs + " WHERE id = ?", arguments: [id]
            ).map(Self.job)
        }
    }

    /// The jobs, the latest first.
    public func jobs(limit: Int) throws(ProjectError) -> [ProjectJob] {
        try reading("reading the jobs") { database in
            try Row.fetchAll(
                database, sql: Self.jobs + " ORDER BY number DESC LIMIT ?", arguments: [limit]
            ).map(Self.job)
        }
    }

    /// How many jobs are not at their end.
    public func unfinishedJobCount() throws(ProjectError) -> Int {
        try reading("counting the jobs") { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM jobs WHERE finished IS NULL") ?? 0
        }
    }

    /// The documents of a job in its order, behind a number.
    public func documents(
        ofJob id: String, after number: Int64, limit: Int
    ) throws(ProjectError) -> [JobDocument] {
        try reading("reading the documents of a job") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT tasks.number, tasks.name, state, document, code, message, dismissed
                    FROM tasks JOIN jobs ON jobs.number = tasks.job
                    WHERE job = (SELECT number FROM jobs WHERE id = ?) AND tasks.number > ?
                    ORDER BY tasks.number LIMIT ?
                    """, arguments: [id, number, limit]
            ).map(Self.jobDocument)
        }
    }

    /// Ends a job: what is read stays, nothing more is.
    ///
    /// One that is at its end already is forgotten.
    ///
    /// - Parameters:
    ///   - id: how it is called.
    ///   - time: when, as ISO 8601 in UTC.
    /// - Returns: false where there is no such job.
    /// - Throws: `ProjectError`; then nothing was changed.
    public func dismissJob(_ id: String, at time: String) throws(ProjectError) -> Bool {
        try writing("dismissing a job") { database in
            guard
                let row = try Row.fetchOne(
                    database, sql: "SELECT number, finished FROM jobs WHERE id = ?",
                    arguments: [id])
            else { return false }
            let number: Int64 = row["number"]
            guard row["finished"] as String? == nil else {
                try database.execute(
                    sql: "DELETE FROM jobs WHERE number = ?", arguments: [number])
                return true
            }
            try database.execute(
                sql: "UPDATE jobs SET dismissed = 1, finished = ? WHERE number = ?",
                arguments: [time, number])
            // Nobody will ask for these any more, and they may be long.
            try database.execute(
                sql: "UPDATE tasks SET request = NULL WHERE job = ?", arguments: [number])
            return true
        }
    }

    /// Forgets the oldest of the jobs that are at their end, so that no more than so many are left.
    public func keepLatestJobs(_ count: Int) throws(ProjectError) {
        try writing("forgetting old jobs") { database in
            try database.execute(
                sql: """
                    DELETE FROM jobs WHERE number IN (
                      SELECT number FROM jobs WHERE finished IS NOT NULL
                      ORDER BY number DESC LIMIT -1 OFFSET ?)
                    """, arguments: [count])
        }
    }

    private static let jobs = """
        SELECT id, name, created, finished, dismissed,
          (SELECT count(*) FROM tasks WHERE job = jobs.number AND state = 1) AS done,
          (SELECT count(*) FROM tasks WHERE job = jobs.number AND state = 2) AS failed,
          (SELECT count(*) FROM tasks WHERE job = jobs.number) AS total
        FROM jobs
        """

    private static func job(_ row: Row) -> ProjectJob {
        ProjectJob(
            id: row["id"], name: row["name"], created: row["created"], finished: row["finished"],
            isDismissed: row["dismissed"], done: row["done"], failed: row["failed"],
            total: row["total"])
    }

    private static func jobDocument(_ row: Row) -> JobDocument {
        let state: JobDocument.State
        switch TaskState(rawValue: row["state"]) {
        case .done: state = .done(document: row["document"] ?? "")
        case .failed:
            state = .failed(JobFault(code: row["code"] ?? "", message: row["message"] ?? ""))
        case .waiting, nil: state = row["dismissed"] ? .dropped : .waiting
        }
        return JobDocument(number: row["number"], name: row["name"], state: state)
    }
}
