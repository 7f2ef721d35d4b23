internal import Foundation
internal import Synchronization

/// A server of HTTP on a port of loopback; a test makes up its answers and sees what it was asked.
///
/// It serves each connection once, on a thread of its own, until the tests end.
public final class StubServer: Sendable {
    /// What a server is asked.
    public struct Request: Hashable, Sendable {
        /// "GET" or "POST".
        public var method: String
        /// The path with its query.
        public var path: String
        /// The body as text; empty for GET.
        public var body: String
    }

    /// What a server answers.
    public struct Answer: Sendable {
        var status = 200
        var body: [UInt8] = []
        var headers: [String] = []
        var isComplete = true
        var delay = 0.0

        /// JSON, or what else a body may hold, with a status.
        public static func body(_ text: String, status: Int = 200) -> Answer {
            Answer(status: status, body: Array(text.utf8))
        }

        /// The status and a header "Location".
        public static func redirect(to address: String) -> Answer {
            Answer(status: 301, headers: ["Location: \(address)"])
        }

        /// A body of many spaces.
        public static func spaces(_ count: Int) -> Answer {
            Answer(body: [UInt8](repeating: 0x20, count: count))
        }

        /// Nothing at all before a time, in seconds, has passed.
        public static func silence(_ seconds: Double) -> Answer {
            Answer(isComplete: false, delay: seconds)
        }

        /// The same answer, later.
        public func delayed(by seconds: Double) -> Answer {
            var answer = self
            answer.delay = seconds
            return answer
        }
    }

    /// The address, "http://127.0.0.1:40123".
    public let address: String
    /// The host and port, "127.0.0.1:40123".
    public let host: String
    private let log = Log()

    /// What has been asked, in the order of arrival.
    public var requests: [Request] { log.requests.withLock { $0 } }

    /// A server on a free port.
    public init(_ respond: @escaping @Sendable (Request) -> Answer) throws {
        let (listener, port) = try Self.bound()
        guard listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        host = "127.0.0.1:\(port)"
        address = "http://\(host)"
        let log = log
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { Self.serve(connection, log, respond) }
            }
        }
    }

    /// The address of a port on which nothing listens.
    public static func deadAddress() throws -> String {
        let (descriptor, port) = try bound()
        close(descriptor)
        return "http://127.0.0.1:\(port)"
    }

    private final class Log: Sendable {
        let requests = Mutex<[Request]>([])
    }

    private static func bound() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0
                    && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw POSIXError(.EADDRINUSE)
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    private static func serve(
        _ connection: Int32, _ log: Log, _ respond: (Request) -> Answer
    ) {
        defer { close(connection) }
        guard let request = request(from: connection) else { return }
        log.requests.withLock { $0.append(request) }
        let answer = respond(request)
        if answer.delay > 0 { Thread.sleep(forTimeInterval: answer.delay) }
        guard answer.isComplete else { return }
        let head =
            ([
                "HTTP/1.1 \(answer.status) Stub", "Content-Type: application/json",
                "Content-Length: \(answer.body.count)", "Connection: close",
            ] + answer.headers).joined(separator: "\r\n")
        send(Array("\(head)\r\n\r\n".utf8) + answer.body, to: connection)
    }

    private static func request(from connection: Int32) -> Request? {
        var text = ""
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &part, part.count, 0)
            guard count > 0 else { return nil }
            bytes += part[..<count]
            text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            let body = text[end.upperBound...]
            let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
            guard body.utf8.count >= length ?? 0 else { continue }
            let words = lines[0].split(separator: " ")
            guard words.count == 3 else { return nil }
            return Request(
                method: String(words[0]), path: String(words[1]), body: String(body))
        }
    }

    private static func send(_ bytes: [UInt8], to connection: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { part in
                Foundation.send(connection, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
