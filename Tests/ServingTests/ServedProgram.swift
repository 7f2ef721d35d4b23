import Foundation
import FoundationNetworking
import Testing

/// The built service, run as a user would run it, on a port of its own.
final class ServedProgram: @unchecked Sendable {
    let process = Process()
    let address: String
    private let errors = Pipe()
    /// Requests go one at a time where a test wants it so; nothing is kept between them.
    let session = URLSession(configuration: .ephemeral)

    /// Starts it, and waits until it says where it listens.
    init(_ arguments: [String] = [], environment: [String: String] = [:]) throws {
        process.executableURL = Self.folder.appending(path: "periplus-server")
        process.arguments = ["--listen", "127.0.0.1:0", "--jobs", "1"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardError = errors
        // What outlives the tests must not hold on to their output, or who reads that waits for ever.
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.hasSuffix("\n") {
            let byte = try #require(try errors.fileHandleForReading.read(upToCount: 1), "\(said)")
            try #require(!byte.isEmpty, "the service has ended: \(said)")
            said += String(decoding: byte, as: UTF8.self)
        }
        address = try #require(said.split(separator: " ").last).trimmingCharacters(
            in: CharacterSet(charactersIn: "/\n"))
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }

    static let folder = URL(fileURLWithPath: "/proc/self/exe")
        .resolvingSymlinksInPath().deletingLastPathComponent()

    /// An answer of the service.
    struct Answer {
        let status: Int
        let headers: [String: String]
        let body: Data

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: body) as? [String: Any]) ?? [:]
        }
        /// The code of the error it tells of.
        var code: String? { (json["error"] as? [String: Any])?["code"] as? String }
    }

    /// Asks it.
    func ask(
        _ path: String, _ method: String = "GET", body: Data? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: address + path)))
        request.httpMethod = method
        request.httpBody = body
        request.timeoutInterval = 120
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let head = try #require(response as? HTTPURLResponse)
        var fields: [String: String] = [:]
        for (name, value) in head.allHeaderFields { fields["\(name)".lowercased()] = "\(value)" }
        return Answer(status: head.statusCode, headers: fields, body: data)
    }

    /// Adds a text, and gives the path of its document.
    func add(_ text: String, headers: [String: String] = [:]) async throws -> String {
        let answer = try await ask(
            "/documents", "POST", body: Data(text.utf8),
            headers: headers.merging(["Content-Type": "text/plain"]) { $1 })
        try #require(answer.status == 201, "\(answer.text)")
        return try #require(answer.headers["location"])
    }

    /// Sends bytes as they are, and gives what comes back until the connection is closed.
    func raw(_ text: String) throws -> String {
        let port = try #require(address.split(separator: ":").last.flatMap { UInt16($0) })
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let joined = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(joined == 0)
        let bytes = Array(text.utf8)
        try #require(send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 {
            answer += piece[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// The processes that it has started, and those that these have.
    var workers: [pid_t] {
        func children(of parent: pid_t) -> [pid_t] {
            let folder = "/proc/\(parent)/task"
            let tasks = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return tasks.flatMap { task -> [pid_t] in
                let text =
                    (try? String(contentsOfFile: "\(folder)/\(task)/children", encoding: .utf8))
                    ?? ""
                return text.split(separator: " ").compactMap { pid_t($0) }
            }
        }
        let first = children(of: process.processIdentifier)
        return first + first.flatMap(children)
    }

    /// Ends it in order, and gives its exit code.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
