internal import Projects

/// What is told of a job; the words for where it is are those of OGC API Processes.
struct JobAnswer: Encodable {
    var id: String
    var name: String
    var status: ProjectJob.Status
    var created: String
    var finished: String?
    /// Of a hundred.
    var progress: Int
    var total: Int
    var done: Int
    var failed: Int
    var documents: [Entry]?
    /// The address of further documents.
    var next: String?

    /// A document of it.
    struct Entry: Encodable {
        var name: String
        var status: String
        /// The address of what was read.
        var document: String?
        var error: JobFault?

        init(_ document: JobDocument) {
            name = document.name
            switch document.state {
            case .waiting: status = "accepted"
            case .dropped: status = "dismissed"
            case .done(let id):
                status = "successful"
                self.document = "/documents/\(id)"
            case .failed(let fault):
                status = "failed"
                error = fault
            }
        }
    }

    init(_ job: ProjectJob) {
        id = job.id
        name = job.name
        status = job.status
        created = job.created
        finished = job.finished
        total = job.total
        done = job.done
        failed = job.failed
        progress = job.total == 0 ? 0 : 100 * (job.done + job.failed) / job.total
    }
}
