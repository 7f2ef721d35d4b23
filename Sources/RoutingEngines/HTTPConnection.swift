internal import CCurl

/// A connection to one server, kept open between requests; one thread at a time uses it.
final class HTTPConnection {
    /// The longest body that is read, in bytes: a way across a continent takes a few million.
    static let largestBody = 64 << 20

    private let handle: UnsafeMutableRawPointer?
    private let timeout: Double
    private let goesDirect: Bool

    /// A connection that is opened with its first request.
    ///
    /// - Parameters:
    ///   - timeout: how long an answer may take, all in all, in seconds.
    ///   - goesDirect: whether to pass over the proxies of the environment.
    init(timeout: Double, goesDirect: Bool) {
        self.timeout = timeout
        self.goesDirect = goesDirect
        handle = Self.isReady ? curl_easy_init() : nil
    }

    deinit {
        if let handle { curl_easy_cleanup(handle) }
    }

    /// Whether libcurl could be made ready; done once, with the first connection.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    /// Sends a request and waits for its answer; redirects are not followed.
    ///
    /// - Throws: `HTTPFailure`, when there is no answer.
    func answer(to request: HTTPRequest) throws(HTTPFailure) -> HTTPAnswer {
        guard let handle else { throw HTTPFailure(reason: "libcurl cannot be started") }
        curl_easy_reset(handle)
        var headers = curl_slist_append(nil, "Accept: application/json")
        if request.body != nil {
            headers = curl_slist_append(headers, "Content-Type: application/json")
        }
        defer { curl_slist_free_all(headers) }
        let sink = Sink()
        let code = withExtendedLifetime(sink) {
            let isSet = settings(of: request, headers: headers, sink: sink).allSatisfy {
                $0 == CURLE_OK
            }
            return isSet ? curl_easy_perform(handle) : CURLE_FAILED_INIT
        }
        guard code == CURLE_OK else { throw failure(code) }
        var status = 0
        guard curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK else {
            throw HTTPFailure(reason: "its answer has no status")
        }
        return HTTPAnswer(status: status, body: sink.bytes)
    }

    /// The results of setting every option; libcurl keeps copies of the texts.
    private func settings(
        of request: HTTPRequest, headers: UnsafeMutablePointer<curl_slist>?, sink: Sink
    ) -> [CURLcode] {
        let milliseconds = max(1, Int((timeout * 1_000).rounded()))
        var codes = [
            curl_set_text(handle, CURLOPT_URL, request.url),
            curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            curl_set_text(handle, CURLOPT_USERAGENT, "periplus"),
            curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
            curl_set_lines(handle, CURLOPT_HTTPHEADER, headers),
            curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            curl_set_number(handle, CURLOPT_TIMEOUT_MS, milliseconds),
            curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds),
            curl_set_sink(
                handle,
                { part, size, count, sink in
                    guard let part, let sink else { return 0 }
                    return Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
                        .take(UnsafeRawBufferPointer(start: part, count: size * count))
                }, Unmanaged.passUnretained(sink).toOpaque()),
        ]
        if goesDirect { codes.append(curl_set_text(handle, CURLOPT_PROXY, "")) }
        if let body = request.body {
            codes.append(curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, body))
        }
        return codes
    }

    /// The failure behind a code, in words that are the same each time.
    private func failure(_ code: CURLcode) -> HTTPFailure {
        switch code {
        case CURLE_COULDNT_CONNECT:
            HTTPFailure(reason: "nothing answers there", isLasting: true)
        case CURLE_COULDNT_RESOLVE_HOST:
            HTTPFailure(reason: "no such host", isLasting: true)
        case CURLE_COULDNT_RESOLVE_PROXY:
            HTTPFailure(reason: "no such proxy", isLasting: true)
        case CURLE_OPERATION_TIMEDOUT:
            HTTPFailure(reason: "no answer within \(seconds) s", isLasting: true)
        case CURLE_WRITE_ERROR:
            HTTPFailure(reason: "its answer has more than \(Self.largestBody >> 20) MiB")
        default:
            HTTPFailure(reason: String(cString: curl_easy_strerror(code)).lowercased())
        }
    }

    /// The time an answer may take, without decimals where it has none.
    private var seconds: String {
        timeout == timeout.rounded() && timeout < 1e6 ? "\(Int(timeout))" : "\(timeout)"
    }

    /// Where the parts of a body come together.
    private final class Sink {
        private(set) var bytes: [UInt8] = []

        /// Takes a part; the number of bytes taken is short when the body becomes too long.
        func take(_ part: UnsafeRawBufferPointer) -> Int {
            guard bytes.count + part.count <= largestBody else { return 0 }
            bytes.append(contentsOf: part)
            return part.count
        }
    }
}

/// Why there is no answer to a request.
struct HTTPFailure: Error, Hashable, Sendable {
    /// A few words.
    var reason: String
    /// Whether no server can be reached, or it keeps silent: another request will fare no better.
    var isLasting = false
}
