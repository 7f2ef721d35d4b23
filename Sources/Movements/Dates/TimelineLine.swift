internal import Documents

/// The beginning of a line, read as the date of an entry or of a heading.
struct TimelineLine {
    /// A date at the beginning of a line.
    struct Found {
        /// The words and the days they mean.
        var date: StatedDate
        /// Whether the line has nothing else.
        var isAlone = false
        /// Whether the rest is a short title and no sentence: "Day 2 - Aden", "9 September 2021: Fuel for Lebanon".
        var isTitled = false
        /// What it tells of the lines below: the year, the first day of the month, the first of counted days.
        var year: Int?
        var month: CalendarDate?
        var firstDay: CalendarDate?
    }

    private let table: TimeWords
    private let today: CalendarDate?
    private let context: (year: Int?, month: CalendarDate?, firstDay: CalendarDate?)
    private let utf8: [UInt8]
    /// The words of the line's beginning, marks apart.
    private let words: [Range<Int>]
    private let lowers: [String]
    private let isCapitalised: [Bool]
    private let line: Range<Int>

    init(
        _ line: Range<Int>, of utf8: [UInt8], words table: TimeWords, today: CalendarDate?,
        year: Int?, month: CalendarDate?, firstDay: CalendarDate?
    ) {
        self.line = line
        self.utf8 = utf8
        self.table = table
        self.today = today
        context = (year, month, firstDay)
        words = Self.words(of: line, in: utf8)
        let texts = words.map { String(decoding: utf8[$0], as: UTF8.self) }
        lowers = texts.map { $0.lowercased() }
        isCapitalised = texts.map { $0.first?.isUppercase ?? false }
    }

    /// The date that the line begins with; nil for any other line.
    var found: Found? {
        guard let first = lowers.indices.first(where: { !Self.bullets.contains(lowers[$0]) }) else {
            return nil
        }
        return counted(at: first) ?? week(at: first) ?? calendar(at: first) ?? year(at: first)
            ?? bareDay(at: first)
    }

    // MARK: Kinds of dates

    /// "3 March", "Monday, 4 March 2024", "2022-07-01", "March 2019", "Jan 4 - Jan 6, 2023".
    private func calendar(at first: Int) -> Found? {
        guard let (expression, year) = expression(at: first) else { return nil }
        var found = Found(date: stated(expression.words, expression.from, expression.to))
        found.year = year
        if let from = expression.from {
            if year != nil { found.year = from.year }
            found.month = CalendarDate(year: from.year, month: from.month, day: 1)
        }
        return closed(found, after: expression.words.upperBound, isWhole: expression.from != nil)
    }

    /// "1914" alone.
    private func year(at first: Int) -> Found? {
        guard first + 1 == lowers.count || lowers[first + 1] == ":" && first + 2 == lowers.count,
            lowers[first].utf8.count == 4, let year = Int(lowers[first]),
            (1500...2100).contains(year),
            let days = DaySpan.year(year)
        else { return nil }
        var found = Found(date: stated(first..<first + 1, days.lowerBound, days.upperBound))
        found.year = year
        found.isAlone = true
        return found
    }

    /// "9th: ..." or "9 - ..." under a month.
    private func bareDay(at first: Int) -> Found? {
        guard let month = context.month else { return nil }
        let digits = lowers[first].prefix(while: \.isNumber)
        let ending = String(lowers[first].dropFirst(digits.count))
        guard (1...2).contains(digits.utf8.count), let day = Int(digits),
            ending.isEmpty || table[.ending, ending] != nil,
            let date = CalendarDate(year: month.year, month: month.month, day: day),
            word(first + 1) == ":" || Self.dashes.contains(word(first + 1))
        else { return nil }
        return closed(Found(date: stated(first..<first + 1, date, date)), after: first + 1)
    }

    /// "Day 2 - Aden", "Day 1 (12 May 2023)".
    private func counted(at first: Int) -> Found? {
        guard table[.period, lowers[first]] == 1, let number = Int(word(first + 1)),
            (1...999).contains(number)
        else { return nil }
        var next = first + 2
        var found = Found(date: stated(first..<next, nil, nil))
        let isBracketed = word(next) == "("
        if let (expression, year) = expression(at: isBracketed ? next + 1 : next + 1),
            isBracketed || [",", ":"].contains(word(next)) || Self.dashes.contains(word(next)),
            let from = expression.from
        {
            next = expression.words.upperBound
            if word(next) == ")" { next += 1 }
            found.date = stated(first..<expression.words.upperBound, from, expression.to)
            found.year = year
            found.firstDay = from.adding(days: 1 - number)
        } else if let day = context.firstDay?.adding(days: number - 1) {
            found.date = stated(first..<next, day, day)
        }
        return closed(found, after: next)
    }

    /// "Week of 5 August 2019".
    private func week(at first: Int) -> Found? {
        guard table[.period, lowers[first]] == 7, table[.of, word(first + 1)] != nil,
            let (expression, year) = expression(at: first + 2), let from = expression.from
        else { return nil }
        var found = Found(
            date: stated(first..<expression.words.upperBound, from, from.adding(days: 6)))
        found.year = year
        return closed(found, after: expression.words.upperBound)
    }

    /// The expression that begins at a word, and the year it names; days and months alone have that of the lines above.
    private func expression(at first: Int) -> (DateExpression, year: Int?)? {
        guard first < lowers.count else { return nil }
        var grammar = DateGrammar(
            lowers: Array(lowers[first...]), isCapitalised: Array(isCapitalised[first...]),
            today: today, table: table, year: context.year)
        guard var expression = grammar.expressions().first, expression.words.lowerBound == 0 else {
            return nil
        }
        let words = expression.words
        // What is counted from today, "712 days ago", is the stamp of a page and no heading.
        let counted: [TimeWords.Kind] = [.ago, .shift, .day, .agoBefore, .agoOnce, .agoTwice]
        guard
            !lowers[first + words.lowerBound..<first + words.upperBound].contains(where: { word in
                counted.contains { table[$0, word] != nil }
            })
        else { return nil }
        expression.words = words.lowerBound + first..<words.upperBound + first
        let isWritten = lowers[expression.words].contains { word in
            word.split { !$0.isNumber }.contains { $0.utf8.count == 4 }
        }
        let year = isWritten ? expression.from?.year : nil
        return (expression, year)
    }

    // MARK: What stands behind

    /// A date with what follows it: nothing, a mark and an entry or title, or after a whole date the entry at once.
    private func closed(_ found: Found, after next: Int, isWhole: Bool = false) -> Found? {
        var found = found
        var next = next
        while Self.closers.contains(word(next)) { next += 1 }
        guard next < lowers.count else {
            found.isAlone = true
            return found
        }
        let mark = word(next)
        let rest = next + 1
        let isMarked = mark == ":" || mark == "." || mark == "," || Self.dashes.contains(mark)
        if isMarked, rest >= lowers.count {
            found.isAlone = true
            return found
        }
        let title = isMarked ? rest : next
        let isTitle = isShortTitle(from: title)
        if isMarked {
            found.isTitled = isTitle
            // "4 March, the ship left": a comma opens a sentence as often as a title.
            return mark != "," || isTitle ? found : nil
        }
        // "13.04.2020 A convoy moved flour": figures alone say enough.
        let isFigures = lowers[..<next].allSatisfy {
            $0.allSatisfy { $0.isNumber || ".-/•*".contains($0) }
        }
        return isWhole && isFigures && isCapitalised[next] ? found : nil
    }

    /// Whether the words from one on are a title: few, and without the end of a sentence.
    private func isShortTitle(from start: Int) -> Bool {
        guard lowers.count - start <= 8, let last = lowers.last,
            words.last?.upperBound == end
        else { return false }
        return ![".", "!", "?", ";"].contains(last) && !last.hasSuffix(".")
    }

    /// Where the line's last word ends.
    private var end: Int {
        var end = line.upperBound
        while end > line.lowerBound, utf8[end - 1] <= 0x20 { end -= 1 }
        return end
    }

    private func word(_ index: Int) -> String {
        lowers.indices.contains(index) ? lowers[index] : ""
    }

    private func stated(
        _ range: Range<Int>, _ from: CalendarDate?, _ to: CalendarDate?
    ) -> StatedDate {
        StatedDate(
            utf8Range: words[range.lowerBound].lowerBound..<words[range.upperBound - 1].upperBound,
            from: from?.description, to: to?.description)
    }

    private static let bullets: Set<String> = [
        "-", "–", "—", "•", "◦", "▪", "●", "*", "#", "##", "###", "(", "[",
    ]
    private static let dashes: Set<String> = ["-", "–", "—", "--"]
    private static let closers: Set<String> = [")", "]"]

    // MARK: Words

    /// At most so many words of a line are looked at.
    private static let most = 24

    /// Words and marks: those at the edges of a word stand alone, those inside figures do not ("04.03.2020", "06:00").
    private static func words(of line: Range<Int>, in utf8: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = line.lowerBound
        while index < line.upperBound, words.count < most {
            if utf8[index] <= 0x20 {
                index += 1
                continue
            }
            var end = index
            while end < line.upperBound, utf8[end] > 0x20, !isLongDash(at: end, in: utf8) {
                end += 1
            }
            if end == index {
                words.append(index..<min(index + 3, line.upperBound))
                index += 3
                continue
            }
            append(index..<end, of: utf8, to: &words)
            index = end
        }
        return words
    }

    /// An en or em dash: three bytes that part words without a blank.
    private static func isLongDash(at index: Int, in utf8: [UInt8]) -> Bool {
        index + 2 < utf8.count && utf8[index] == 0xE2 && utf8[index + 1] == 0x80
            && (utf8[index + 2] == 0x93 || utf8[index + 2] == 0x94)
    }

    private static func append(_ word: Range<Int>, of utf8: [UInt8], to words: inout [Range<Int>]) {
        var (start, end) = (word.lowerBound, word.upperBound)
        while start < end - 1, "([*#".utf8.contains(utf8[start]) {
            words.append(start..<start + 1)
            start += 1
        }
        var marks: [Range<Int>] = []
        while end > start + 1,
            ",:;)]!?*".utf8.contains(utf8[end - 1]) || isPoint(at: end - 1, from: start, in: utf8)
        {
            marks.insert(end - 1..<end, at: 0)
            end -= 1
        }
        words.append(start..<end)
        words += marks
    }

    /// A point behind figures ends them; behind letters it may be an abbreviation's.
    private static func isPoint(at index: Int, from start: Int, in utf8: [UInt8]) -> Bool {
        utf8[index] == UInt8(ascii: ".") && index > start
            && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(utf8[index - 1])
    }
}
