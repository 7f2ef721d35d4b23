/// A text as the project reads it: decoded, cut out of its page, in paragraphs that know what they
/// are.
public struct Document: Sendable {
    /// The whole text, in which every offset counts; from a page the article found there.
    public let text: String
    /// The paragraphs in order; they do not overlap, and only white space lies between them.
    public internal(set) var paragraphs: [Paragraph]
    /// The datelines ("WASHINGTON (AP) —"), with their dash: UTF-8 offsets, in order, each inside
    /// a paragraph.
    public internal(set) var datelines: [Range<Int>]
    /// The day the text was published; of a page with two dates the article's.
    public internal(set) var date: PublicationDate?
    /// The title: a page's own, or the text's headline.
    public let title: String?
    /// The address the text came from.
    public let source: String?
    /// The file it came from, as given; inside an archive or a mail after a stroke ("reports.zip/may.pdf").
    public internal(set) var file: String?
    /// Where its pages or rows begin, in the order of the text.
    public internal(set) var marks: [SourceMark] = []
    /// The shipments of a table, for which no sentence has to be read.
    public internal(set) var shipments: [Shipment] = []
    /// Where, besides at the starts of paragraphs, no sentence goes on: where a part in one language ends.
    public internal(set) var partEnds: [Int] = []
    /// The kind of file it came from.
    public internal(set) var mediaType: MediaType
    /// The language (BCP 47): as its words tell, where they do, else as the page or the caller names it; nil for
    /// neither.
    public private(set) var language: String?

    init(
        text: String, paragraphs: [Paragraph], datelines: [Range<Int>], date: PublicationDate?,
        title: String?, source: String?, mediaType: MediaType, language: String?
    ) {
        self.text = text
        self.paragraphs = paragraphs
        self.datelines = datelines
        self.date = date
        self.title = title
        self.source = source
        self.mediaType = mediaType
        self.language = language
    }

    /// Takes the language that a caller names for that of every paragraph; nil changes nothing.
    public mutating func take(language: String?) {
        guard let language else { return }
        self.language = language
        for index in paragraphs.indices { paragraphs[index].language = nil }
    }

    /// The text at a range of UTF-8 offsets that begin and end at code points.
    public func text(at utf8Range: Range<Int>) -> Substring {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: utf8Range.lowerBound)
        return text[start..<utf8.index(start, offsetBy: utf8Range.count)]
    }
}
