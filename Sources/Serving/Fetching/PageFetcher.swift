internal import CCurl
internal import Foundation
internal import HTTPTypes

/// Gets documents from the network, of public addresses alone: whoever may ask the service for one must not thereby
/// reach what only its machine can.
final class PageFetcher: Sendable {
    /// Hosts of networks of one's own that are allowed all the same, as "host" or "host:port".
    private let allowed: [String]
    private let largest: Int
    private let queue = OperationQueue()

    init(allowed: [String], largest: Int) {
        self.allowed = allowed
        self.largest = largest
        queue.maxConcurrentOperationCount = 8
        _ = Self.isReady
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
    private static let mostRedirects = 5
    private static let seconds = 30
    private static let mostQueued = 64

    /// A document and the address it came from in the end.
    struct Page: Sendable {
        var bytes: Data
        var address: String
    }

    /// Gets the document at an address; redirects are followed, each looked at like the first.
    ///
    /// - Throws: `ServiceError`, when it may not be asked for or does not come.
    func page(at address: String) async throws -> Page {
        guard queue.operationCount < Self.mostQueued else { throw ServiceError.busy }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result { try self.fetch(address) })
            }
        }
    }

    private func fetch(_ address: String) throws -> Page {
        var address = address
        for _ in 0...Self.mostRedirects {
            let answer = try request(address, isAllowed: try check(address))
            guard let next = answer.redirect else {
                guard answer.status == 200 else {
                    throw Self.failure("its server answers \(answer.status)")
                }
                guard !answer.bytes.isEmpty else { throw Self.failure("it is empty") }
                return Page(bytes: answer.bytes, address: address)
            }
            address = next
        }
        throw Self.failure("it leads on more than \(Self.mostRedirects) times")
    }

    /// Looks at an address; whether its host is one of those allowed by name.
    private func check(_ address: String) throws(ServiceError) -> Bool {
        guard address.utf8.count <= 2_000, let parts = URLComponents(string: address),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil
        else {
            throw .badRequest("\"address\" is one of http or https, without a name and password")
        }
        let port = parts.port ?? (scheme == "https" ? 443 : 80)
        if allowed.contains(host) || allowed.contains("\(host):\(port)") { return true }
        guard port == 80 || port == 443 else {
            throw ServiceError(.forbidden, "private-address", "only the ports 80 and 443 are asked")
        }
        return false
    }

    private struct Answer {
        var status: Int
        var bytes: Data
        var redirect: String?
    }

    private func request(_ address: String, isAllowed: Bool) throws(ServiceError) -> Answer {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw Self.failure("libcurl cannot be started")
        }
        defer { curl_easy_cleanup(handle) }
        let visit = Visit(largest: largest, isAllowed: isAllowed)
        let code = withExtendedLifetime(visit) {
            let isSet = Self.settings(handle, address, visit).allSatisfy { $0 == CURLE_OK }
            return isSet ? curl_easy_perform(handle) : CURLE_FAILED_INIT
        }
        if visit.wasRefused {
            throw ServiceError(
                .forbidden, "private-address", "the address leads into a network of one's own")
        }
        if visit.isTooLarge {
            throw ServiceError(
                .unprocessableContent, "too-large", "the document has more than \(largest) bytes")
        }
        guard code == CURLE_OK else {
            throw Self.failure(String(cString: curl_easy_strerror(code)).lowercased())
        }
        var status = 0
        var next: UnsafeMutablePointer<CChar>?
        _ = curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        _ = curl_get_text(handle, CURLINFO_REDIRECT_URL, &next)
        return Answer(
            status: status, bytes: visit.bytes, redirect: next.map { String(cString: $0) })
    }

    private static func settings(
        _ handle: UnsafeMutableRawPointer, _ address: String, _ visit: Visit
    ) -> [CURLcode] {
        let pointer = Unmanaged.passUnretained(visit).toOpaque()
        return [
            curl_set_text(handle, CURLOPT_URL, address),
            curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            curl_set_text(handle, CURLOPT_USERAGENT, "periplus"),
            curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
            // A proxy would look the name up by itself.
            curl_set_text(handle, CURLOPT_PROXY, ""),
            curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            curl_set_number(handle, CURLOPT_TIMEOUT_MS, seconds * 1_000),
            curl_set_gate(
                handle,
                { visit, _, address in
                    guard let visit, let address else { return CURL_SOCKET_BAD }
                    return Unmanaged<Visit>.fromOpaque(visit).takeUnretainedValue().open(address)
                }, pointer),
            curl_set_sink(
                handle,
                { part, size, count, visit in
                    guard let part, let visit else { return 0 }
                    return Unmanaged<Visit>.fromOpaque(visit).takeUnretainedValue()
                        .take(UnsafeRawBufferPointer(start: part, count: size * count))
                }, pointer),
        ]
    }

    private static func failure(_ reason: String) -> ServiceError {
        ServiceError(.badGateway, "not-fetched", "the document does not come: \(reason)")
    }

    /// One request under way.
    private final class Visit {
        private let largest: Int
        private let isAllowed: Bool
        private(set) var bytes = Data()
        private(set) var isTooLarge = false
        private(set) var wasRefused = false

        init(largest: Int, isAllowed: Bool) {
            self.largest = largest
            self.isAllowed = isAllowed
        }

        /// The socket to the very address that will be asked; no name is looked up after it.
        func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
            let isPublic = withUnsafePointer(to: &address.pointee.addr) {
                NetworkAddress($0)?.isPublic ?? false
            }
            guard isAllowed || isPublic else {
                wasRefused = true
                return CURL_SOCKET_BAD
            }
            return socket(
                address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
                address.pointee.protocol)
        }

        /// Takes a part of the body; none of one that is too long.
        func take(_ part: UnsafeRawBufferPointer) -> Int {
            guard bytes.count + part.count <= largest else {
                isTooLarge = true
                return 0
            }
            bytes.append(contentsOf: part)
            return part.count
        }
    }
}
