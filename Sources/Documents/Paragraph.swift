/// A stretch of a document's text, and what it is.
public struct Paragraph: Hashable, Sendable {
    /// Where it stands: UTF-8 offsets into `Document.text`, without surrounding white space.
    public var utf8Range: Range<Int>
    /// What it is.
    public var kind: ParagraphKind
    /// Its language (BCP 47), where that is another than the document's.
    public internal(set) var language: String?

    /// A paragraph from its place and kind.
    public init(utf8Range: Range<Int>, kind: ParagraphKind) {
        self.utf8Range = utf8Range
        self.kind = kind
    }
}
