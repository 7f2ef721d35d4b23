/// Where a page that a service gives out keeps what is decided on it, instead of in the browser.
public struct DecisionKeeping: Sendable, Hashable {
    /// The address on the same host that all decisions are put to.
    public var address: String
    /// The decisions so far: JSON, one a line.
    public var decisions: String

    /// A place to keep decisions at.
    public init(address: String, decisions: String) {
        self.address = address
        self.decisions = decisions
    }

    /// The same for the page's script.
    var bytes: [UInt8] {
        var json = JSONBytes(isForPage: true)
        json.object { json in
            json.key("address")
            json.string(address)
            json.key("decisions")
            json.string(decisions)
        }
        return json.bytes
    }
}
