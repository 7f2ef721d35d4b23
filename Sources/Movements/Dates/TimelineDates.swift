internal import Documents
internal import Language

/// Dates that stand over what they date: headings ("Monday, 4 March 2024", "March 2019", "Day 2 - Aden") and the labels
/// of entries ("3 March: ...", "2022-07-01 – ...", "9th: ..." under a month).
///
/// A heading holds until the next one, dated or not; a label for its own entry. Only lines that begin with a date are
/// read, so that a date inside a sentence stays that sentence's own.
struct TimelineDates {
    private let document: Document
    private let words: TimeWords
    private let utf8: [UInt8]

    init(of document: Document, words: TimeWords) {
        self.document = document
        self.words = words
        utf8 = Array(document.text.utf8)
    }

    /// Gives each movement that has no date of its own the one it stands under.
    func addDates(to movements: inout [Movement]) {
        guard movements.contains(where: { $0.date == nil }) else { return }
        let spans = self.spans
        guard !spans.isEmpty else { return }
        for index in movements.indices where movements[index].date == nil {
            guard let place = movements[index].evidence.first?.lowerBound else { continue }
            let next = spans.partitionPoint { $0.utf8Range.lowerBound <= place }
            guard next > 0, spans[next - 1].utf8Range.contains(place) else { continue }
            movements[index].date = spans[next - 1].date
        }
    }

    /// A stretch of the text and the date it stands under.
    private struct Span {
        let utf8Range: Range<Int>
        let date: StatedDate
    }

    /// What the lines above tell those below.
    private struct Context {
        /// The date of the heading.
        var heading: StatedDate?
        /// The year, and the month, that headings and labels named last.
        var year: Int?
        var month: CalendarDate?
        /// The first of days that are only counted.
        var firstDay: CalendarDate?
    }

    private var spans: [Span] {
        var spans: [Span] = []
        var context = Context()
        for paragraph in document.paragraphs where paragraph.kind != .furniture {
            var label: StatedDate?
            for line in lines(of: paragraph.utf8Range) {
                let reader = TimelineLine(
                    line, of: utf8, words: words, today: document.date?.day,
                    year: context.year, month: context.month, firstDay: context.firstDay)
                if let found = reader.found {
                    context.year = found.year ?? context.year
                    context.month = found.month ?? context.month
                    context.firstDay = found.firstDay ?? context.firstDay
                    let isHeading = found.isAlone || found.isTitled && paragraph.kind == .headline
                    if isHeading || found.isTitled && paragraph.kind != .list {
                        context.heading = found.date
                        label = nil
                        // "3 March: Aden to Djibouti" may be an entry too.
                        spans.append(Span(utf8Range: line, date: found.date))
                        continue
                    }
                    label = found.date
                } else if paragraph.kind == .headline, !isSentence(line) {
                    context.heading = nil
                }
                guard let date = label ?? context.heading else { continue }
                spans.append(Span(utf8Range: line, date: date))
            }
        }
        return spans
    }

    /// Whether a line ends as sentences do.
    private func isSentence(_ line: Range<Int>) -> Bool {
        guard let last = line.last(where: { utf8[$0] > 0x20 }) else { return false }
        return ".!?".utf8.contains(utf8[last])
    }

    /// The lines of a range that have any words.
    private func lines(of range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.clamped(to: 0..<utf8.count) where utf8[index] == 0x0A {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<range.upperBound)
        return lines.filter { line in line.contains { utf8[$0] > 0x20 } }
    }
}
