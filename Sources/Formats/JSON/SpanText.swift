internal import Documents

/// A text whose ranges of UTF-8 bytes can be written as words and as offsets in code points.
struct SpanText: Sendable {
    /// The text in UTF-8.
    let utf8: [UInt8]
    private let offsets: ScalarOffsets
    private let document: Document?

    init(_ text: String) {
        utf8 = Array(text.utf8)
        offsets = ScalarOffsets(text)
        document = nil
    }

    /// The text of a document, whose pages or rows are then known.
    init(_ document: Document) {
        utf8 = Array(document.text.utf8)
        offsets = ScalarOffsets(document.text)
        self.document = document
    }

    /// The page or row that a range begins on.
    func mark(of range: Range<Int>) -> SourceMark? { document?.mark(at: range.lowerBound) }

    /// The words of a range; what lies outside the text is cut off.
    func words(at range: Range<Int>) -> ArraySlice<UInt8> {
        utf8[range.clamped(to: 0..<utf8.count)]
    }

    /// The words of a range as a string.
    func string(at range: Range<Int>) -> String {
        String(decoding: words(at: range), as: UTF8.self)
    }

    /// The range in code points.
    func scalars(at range: Range<Int>) -> Range<Int> {
        offsets.scalarRange(ofUTF8: range)
    }
}

extension JSONBytes {
    /// The three keys of a SPAN around which an object's other keys are sorted: "end" here.
    mutating func spanEnd(_ range: Range<Int>, in spans: SpanText) {
        key("end")
        integer(spans.scalars(at: range).upperBound)
    }

    /// "start" of a SPAN.
    mutating func spanStart(_ range: Range<Int>, in spans: SpanText) {
        key("start")
        integer(spans.scalars(at: range).lowerBound)
    }

    /// "text" of a SPAN.
    mutating func spanText(_ range: Range<Int>, in spans: SpanText) {
        key("text")
        string(utf8: spans.words(at: range))
    }

    /// A SPAN as an object of its own, with the page or row it begins on.
    mutating func evidence(_ range: Range<Int>, in spans: SpanText) {
        object { json in
            json.spanEnd(range, in: spans)
            if let mark = spans.mark(of: range) {
                switch mark.unit {
                case .page: json.key("page")
                case .row: json.key("row")
                }
                json.integer(mark.number)
            }
            json.spanStart(range, in: spans)
            json.spanText(range, in: spans)
        }
    }

    /// A SPAN as an object of its own.
    mutating func span(_ range: Range<Int>, in spans: SpanText) {
        object { json in
            json.spanEnd(range, in: spans)
            json.spanStart(range, in: spans)
            json.spanText(range, in: spans)
        }
    }
}
