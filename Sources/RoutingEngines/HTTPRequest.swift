/// A request to a server; its answer is JSON.
struct HTTPRequest: Hashable, Sendable {
    /// The whole address.
    var url: String
    /// The JSON to send with POST; nil for GET.
    var body: String?
}

/// What a server answered, whatever its status.
struct HTTPAnswer: Hashable, Sendable {
    /// The status code, 200 for success.
    var status: Int
    /// The body, decompressed.
    var body: [UInt8]
}
