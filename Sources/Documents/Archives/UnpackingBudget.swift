/// What may still be unpacked from one file the user gave, over all that is packed inside it.
struct UnpackingBudget {
    /// The most bytes in all: 1 GB.
    static let mostBytes = 1_000_000_000
    /// The most files in all.
    static let mostEntries = 100_000
    /// How deep archives and mails may lie in one another.
    static let deepest = 8

    private var bytes = mostBytes
    private var entries = mostEntries

    /// The most bytes that one entry may have.
    func limit(atMost limit: Int) -> Int { min(limit, bytes) }

    /// Counts an entry and its bytes.
    ///
    /// - Throws: `DocumentError.unpacksTooFar`, when there were too many.
    mutating func spend(_ count: Int, name: String) throws(DocumentError) {
        bytes -= count
        entries -= 1
        guard bytes >= 0, entries >= 0 else {
            throw .unpacksTooFar(name, limit: Self.mostBytes)
        }
    }
}
