/// A date as a text writes it.
struct WrittenDate {
    /// What is written.
    enum Value: Hashable {
        /// A whole date.
        case day(CalendarDate)
        /// A month and a day without a year.
        case yearless(month: Int, day: Int)
        /// So many days before the day the text was seen: "712 days ago".
        case ago(days: Int)
    }

    let value: Value
    /// Where it stands, in the text it was read from.
    let range: Range<Substring.Index>
}

extension WrittenDate {
    /// The dates in a text, in order.
    static func dates(in text: Substring, lexicon: PageLexicon) -> [WrittenDate] {
        let words = ParagraphShape.wordRanges(of: text)
        let reader = WrittenDateReader(
            words: words.map { text[$0].lowercased() }, gaps: gaps(between: words, in: text),
            lexicon: lexicon)
        var dates: [WrittenDate] = []
        var index = 0
        while index < words.count {
            if let (value, count) = reader.date(at: index) {
                let end = words[index + count - 1].upperBound
                dates.append(WrittenDate(value: value, range: words[index].lowerBound..<end))
                index += count
            } else {
                index += 1
            }
        }
        return dates
    }

    /// What stands behind each word, before the next one.
    private static func gaps(
        between words: [Range<Substring.Index>], in text: Substring
    ) -> [Substring] {
        words.indices.map { index in
            let end = index + 1 < words.count ? words[index + 1].lowerBound : text.endIndex
            return text[words[index].upperBound..<end]
        }
    }
}
