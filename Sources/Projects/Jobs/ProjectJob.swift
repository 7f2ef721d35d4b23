public import Foundation

/// Long work on many documents, as it stands.
public struct ProjectJob: Sendable, Hashable {
    /// Where it is; the words are those of OGC API Processes.
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// Nothing of it is done yet.
        case accepted
        /// Some of it is done.
        case running
        /// All is done; what could not be read is told.
        case successful
        /// All is done, and nothing could be read.
        case failed
        /// Somebody does not want it any more.
        case dismissed
    }

    /// How it is called in addresses.
    public var id: String
    /// What people call it.
    public var name: String
    /// When it was asked for, as ISO 8601 in UTC.
    public var created: String
    /// When it came to its end, as ISO 8601 in UTC.
    public var finished: String?
    /// Whether it was dismissed.
    public var isDismissed: Bool
    /// The documents that are read.
    public var done: Int
    /// The documents that could not be read.
    public var failed: Int
    /// The documents that it has, as far as they are known.
    public var total: Int

    /// Where it is.
    public var status: Status {
        if isDismissed { return .dismissed }
        guard finished != nil else { return done + failed == 0 ? .accepted : .running }
        return done == 0 && failed > 0 ? .failed : .successful
    }
}

/// A document of a job.
public struct JobDocument: Sendable, Hashable {
    /// Its place in the job, to go on behind.
    public var number: Int64
    /// What it is called.
    public var name: String
    /// Where it is.
    public var state: State

    /// Where a document of a job is.
    public enum State: Sendable, Hashable {
        /// It waits.
        case waiting
        /// It is read, as the document of this id.
        case done(document: String)
        /// It could not be read, for a reason with a code.
        case failed(JobFault)
        /// The job was dismissed before.
        case dropped
    }
}

/// Why a document of a job could not be read.
public struct JobFault: Sendable, Hashable, Codable {
    /// A short word that programs can compare.
    public var code: String
    /// One sentence for people.
    public var message: String

    /// A fault.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// What is put into a job.
public struct JobEntry: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// What it takes to read it, in a form of the caller's; or why it cannot be.
    public var content: Content
    /// Whether it may turn out to be several documents.
    public var mayBeSeveral: Bool

    /// What it takes to read a document, or why it cannot be read.
    public enum Content: Sendable, Hashable {
        /// It can be asked for.
        case request(Data)
        /// It cannot be read.
        case fault(JobFault)
    }

    /// An entry.
    public init(name: String, content: Content, mayBeSeveral: Bool = false) {
        self.name = name
        self.content = content
        self.mayBeSeveral = mayBeSeveral
    }
}

/// A document of a job whose turn it is.
public struct JobTask: Sendable, Hashable {
    /// Its number among all.
    public var number: Int64
    /// The number of its job among all.
    public var job: Int64
    /// What it is called.
    public var name: String
    /// What it takes to read it.
    public var request: Data
    /// Whether it may turn out to be several documents.
    public var mayBeSeveral: Bool
}
