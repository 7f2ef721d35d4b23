public import Foundation

/// How a service is run: where it listens, what it holds, what it allows.
public struct ServiceSettings: Sendable {
    /// The address it listens at; loopback unless somebody wants otherwise.
    public var host = "127.0.0.1"
    /// The port; 0 is any free one.
    public var port = 8_080
    /// Other names that requests may call it by, beside those of loopback.
    public var names: [String] = []
    /// The address that others reach it at, without a slash at the end; nil to tell it by each request.
    public var address: String?
    /// The file of the project; nil for one that is gone with the service.
    public var project: String?
    /// What whoever changes something has to show; nil for nothing.
    public var token: String?
    /// Whether it gets documents from the network on request.
    public var fetches = false
    /// The hosts of private networks that it gets documents from, as "host" or "host:port".
    public var fetchable: [String] = []
    /// The program that reads documents, and the words behind its name.
    public var worker: (program: URL, arguments: [String])
    /// The gazetteer.
    public var gazetteer: URL?
    /// The most bytes of a request.
    public var largestBody = 20 << 20
    /// The most requests that wait for a worker.
    public var mostWaiting = 256
    /// The most connections at a time.
    public var mostConnections = 1_024
    /// Documents of jobs that are read at a time.
    public var jobsAtOnce = ProcessInfo.processInfo.activeProcessorCount
    /// The most jobs that are not at their end.
    public var mostJobs = 100
    /// The most jobs at their end that are told of.
    public var mostJobsKept = 1_000
    /// The documents that are kept where there is no project.
    public var mostKept = 10_000
    /// Seconds that a connection may be silent, and a request may take to come in.
    public var patience = 60
    /// Seconds that what is at work has to end when the service stops.
    public var grace = 30

    /// The settings of a service whose documents a program reads.
    public init(worker: URL, arguments: [String]) {
        self.worker = (worker, arguments)
    }

    /// Whether only programs on the same machine can reach it.
    public var isLoopback: Bool { Self.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        // Numbers only: a name that begins like them leads where its owner wants.
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
