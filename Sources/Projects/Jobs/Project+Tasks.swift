public import Foundation
internal import GRDB

/// What the table of tasks holds as the state of one.
enum TaskState: Int {
    case waiting = 0
    case done = 1
    case failed = 2
}

/// Jobs as they are worked on: each step is on the disk as a whole, or not at all.
extension Project {
    /// The document whose turn it is: jobs take turns, so that a long one holds no other up.
    ///
    /// - Parameters:
    ///   - job: the number of the job that had its turn last.
    ///   - taken: the numbers of those that are worked on.
    /// - Returns: nil where nothing waits.
    /// - Throws: `ProjectError`.
    public func nextTask(
        afterJob job: Int64, except taken: Set<Int64>
    ) throws(ProjectError) -> JobTask? {
        let numbers = taken.sorted().map(String.init).joined(separator: ",")
        return try reading("looking for work") { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT number, job, name, request, several FROM tasks WHERE number = (
                      SELECT (SELECT min(number) FROM tasks
                              WHERE job = jobs.number AND state = 0 AND number NOT IN (\(numbers))) AS first
                      FROM jobs WHERE finished IS NULL AND first IS NOT NULL
                      ORDER BY jobs.number <= ?, jobs.number LIMIT 1)
                    """, arguments: [job])
            return row.map {
                JobTask(
                    number: $0["number"], job: $0["job"], name: $0["name"],
                    request: $0["request"] ?? Data(), mayBeSeveral: $0["several"])
            }
        }
    }

    /// Keeps a document that a job has read; where the job was dismissed meanwhile, nothing is kept.
    ///
    /// - Parameters:
    ///   - task: the one it was.
    ///   - document: the document; its id must be new.
    ///   - request: the line of `batch` it was read from.
    ///   - reading: what was read.
    /// - Throws: `ProjectError`; then nothing was changed.
    public func finish(
        _ task: JobTask, as document: ProjectDocument, request: Data, reading: ProjectReading
    ) throws(ProjectError) {
        try ending(task, at: document.added) { database in
            try Self.insert(document, request: request, reading: reading, in: database)
            try database.execute(
                sql:
                    "UPDATE tasks SET state = 1, name = ?, document = ?, request = NULL WHERE number = ?",
                arguments: [document.name, document.id, task.number])
        }
    }

    /// Notes why a document of a job could not be read.
    public func fail(
        _ task: JobTask, by fault: JobFault, at time: String
    ) throws(ProjectError) {
        try ending(task, at: time) { database in
            try database.execute(
                sql:
                    "UPDATE tasks SET state = 2, code = ?, message = ?, request = NULL WHERE number = ?",
                arguments: [fault.code, fault.message, task.number])
        }
    }

    /// Puts the documents that a file of a job holds in its place.
    public func replace(
        _ task: JobTask, by entries: [JobEntry], at time: String
    ) throws(ProjectError) {
        try ending(task, at: time) { database in
            try database.execute(
                sql: "DELETE FROM tasks WHERE number = ?", arguments: [task.number])
            try Self.insert(entries, of: task.job, in: database)
        }
    }

    /// Changes what belongs to a task, unless its job has ended or the task with it.
    private func ending(
        _ task: JobTask, at time: String, _ change: (Database) throws -> Void
    ) throws(ProjectError) {
        try writing("going on with a job") { database in
            let isWanted = try Bool.fetchOne(
                database,
                sql: """
                    SELECT finished IS NULL AND state = 0 FROM tasks
                    JOIN jobs ON jobs.number = tasks.job WHERE tasks.number = ?
                    """, arguments: [task.number])
            guard isWanted == true else { return }
            try change(database)
            try Self.finish(task.job, at: time, in: database)
        }
    }

    /// Notes the end of a job of which nothing waits any more.
    static func finish(_ job: Int64, at time: String, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE jobs SET finished = ?1 WHERE number = ?2 AND finished IS NULL
                AND NOT EXISTS (SELECT 1 FROM tasks WHERE job = ?2 AND state = 0)
                """, arguments: [time, job])
    }

    static func insert(_ entries: [JobEntry], of job: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO tasks (job, name, state, several, request, code, message)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for entry in entries {
            switch entry.content {
            case .request(let request):
                try statement.execute(arguments: [
                    job, entry.name, TaskState.waiting.rawValue, entry.mayBeSeveral, request, nil,
                    nil,
                ])
            case .fault(let fault):
                try statement.execute(arguments: [
                    job, entry.name, TaskState.failed.rawValue, false, nil, fault.code,
                    fault.message,
                ])
            }
        }
    }
}
