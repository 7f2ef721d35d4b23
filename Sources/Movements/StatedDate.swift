/// When something happened, as a text says it: the words, and the days they mean where that is known.
public struct StatedDate: Sendable, Hashable {
    /// The words, in UTF-8 bytes of the text.
    public var utf8Range: Range<Int>
    /// The first day, as ISO 8601 ("2023-04-01"); nil where the text leaves it open.
    public var from: String?
    /// The last day, as ISO 8601; nil where the text leaves it open.
    public var to: String?

    /// A date as written and as understood.
    public init(utf8Range: Range<Int>, from: String?, to: String?) {
        self.utf8Range = utf8Range
        self.from = from
        self.to = to
    }
}
