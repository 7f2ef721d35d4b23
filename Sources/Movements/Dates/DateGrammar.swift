internal import Documents

/// Reads the expressions of time of one sentence: "Wednesday, March 1", "3-5 May 2021", "between May 3 and 9", "2021-03-03",
/// "in May of 2021", "the first quarter of 2022", "last summer", "two weeks ago".
struct DateGrammar {
    /// What stands at some words: how many they are, the days they mean if known, and the year they name.
    struct Match {
        var count: Int
        var days: ClosedRange<CalendarDate>?
        var year: Int?
        /// Whether it tells a beginning and an end.
        var isRange = false
    }

    /// The words in small letters.
    let lowers: [String]
    /// Whether each begins with a capital and is no verb ("May").
    let isCapitalised: [Bool]
    /// The day of the text.
    let today: CalendarDate?
    let table: TimeWords
    /// The year that the sentence named last.
    private(set) var statedYear: Int?

    init(
        lowers: [String], isCapitalised: [Bool], today: CalendarDate?, table: TimeWords,
        year: Int? = nil
    ) {
        statedYear = year
        self.lowers = lowers
        self.isCapitalised = isCapitalised
        self.today = today
        self.table = table
    }

    /// The expressions in order.
    mutating func expressions() -> [DateExpression] {
        var found: [DateExpression] = []
        var index = 0
        while index < lowers.count {
            guard let match = range(at: index) ?? listed(at: index) ?? expression(at: index) else {
                index += 1
                continue
            }
            let whole = toldTwice(match, at: index)
            if let year = whole.year { statedYear = year }
            found.append(bounded(whole, at: index))
            index += whole.count
        }
        return found
    }

    /// The expression with what the word before makes of it: its beginning, its end, the time itself.
    private func bounded(_ match: Match, at index: Int) -> DateExpression {
        var expression = DateExpression(
            words: index..<index + match.count, from: match.days?.lowerBound,
            to: match.days?.upperBound)
        let next = index + match.count
        if table[.fromBehind, word(next)] != nil {
            expression.words = index..<next + 1
            expression.to = nil
        } else if table[.untilBehind, word(next)] != nil {
            expression.words = index..<next + 1
            expression.from = nil
        }
        guard index > 0 else { return expression }
        let before = lowers[index - 1]
        if match.isRange, table[.open, before] != nil { return expression }
        if table[.from, before] != nil {
            expression.words = index - 1..<index + match.count
            expression.to = nil
        } else if table[.until, before] != nil {
            expression.words = index - 1..<index + match.count
            expression.from = nil
        } else if table[.within, before] != nil {
            expression.words = index - 1..<index + match.count
        }
        return expression
    }

    // MARK: Ranges

    /// Two expressions behind a word that opens a range, or with a word or dash between them that can mean nothing else.
    ///
    /// "from May 3 to May 9, 2021", "between March and April 2021", "March 28 - April 2, 2021"; the year of the second
    /// is the first one's where that has none.
    private func range(at index: Int) -> Match? {
        let isOpened = index > 0 && table[.open, word(index - 1)] != nil
        guard var first = (isOpened ? bareYear(at: index) : nil) ?? calendar(at: index),
            let join = table[.join, word(index + first.count)], isOpened || join == 1,
            let second = bareYear(at: index + first.count + 1)
                ?? calendar(at: index + first.count + 1)
        else { return nil }
        if first.year == nil, let year = second.year,
            let dated = calendar(at: index, year: year)
        {
            first = dated
            if let from = first.days?.lowerBound, let to = second.days?.upperBound, from > to {
                first = calendar(at: index, year: year - 1) ?? first
            }
        }
        let count = first.count + 1 + second.count
        return Match(
            count: count, days: DaySpan.days(first.days?.lowerBound, second.days?.upperBound),
            year: second.year ?? first.year, isRange: true)
    }

    /// "May 3" of "on May 3 and June 4, 2021": the year at the end of a list is that of all in it.
    private func listed(at index: Int) -> Match? {
        guard let first = calendar(at: index), first.year == nil else { return nil }
        let next = index + first.count
        guard joins(next) || word(next) == ",", let year = calendar(at: next + 1)?.year,
            let dated = calendar(at: index, year: year)
        else { return nil }
        return Match(count: first.count, days: dated.days)
    }

    private func bareYear(at index: Int) -> Match? {
        guard let year = year(index), isPlainYear(year, at: index) else { return nil }
        return Match(count: 1, days: days(ofYear: year, at: index), year: year)
    }

    // MARK: Expressions

    private func expression(at index: Int) -> Match? {
        if let match = yearFirst(at: index) ?? calendar(at: index) ?? part(at: index)
            ?? portion(at: index) ?? season(at: index)
        {
            return match
        }
        if index > 0, let year = year(index), opensYear(word(index - 1)),
            isPlainYear(year, at: index)
        {
            return Match(
                count: behindEra(index + 1) - index, days: days(ofYear: year, at: index), year: year
            )
        }
        return namedYear(at: index) ?? relative(at: index) ?? counted(at: index)
    }

    private func opensYear(_ word: String) -> Bool {
        table[.within, word] != nil || table[.from, word] != nil || table[.until, word] != nil
    }

    /// A date or month of the calendar, in any order of its parts, perhaps behind its day of the week.
    ///
    /// - Parameters:
    ///   - index: its first word.
    ///   - year: the year to take where none is written; nil for the usual one.
    /// - Returns: what stands there, if it is one.
    func calendar(at index: Int, year: Int? = nil) -> Match? {
        if let weekday = table[.weekday, word(index)], isCapitalised[index] {
            var next = index + 1
            if word(next) == "," { next += 1 }
            guard let dated = dated(at: next, year: year, weekday: weekday) else { return nil }
            return Match(count: next - index + dated.count, days: dated.days, year: dated.year)
        }
        return dated(at: index, year: year, weekday: nil)
    }

    private func dated(at index: Int, year: Int?, weekday: Int?) -> Match? {
        if let match = numeric(at: index) { return match }
        // "the 3rd of March".
        if table[.article, word(index)] != nil, day(index + 1) != nil,
            let match = dayFirst(at: index + 1, year, weekday)
        {
            return Match(count: match.count + 1, days: match.days, year: match.year)
        }
        return dayFirst(at: index, year, weekday) ?? monthFirst(at: index, year, weekday)
    }

    /// "2021-03-03" in one word or five, "3.3.2021"; "3/4/2021" means no one knows which day.
    private func numeric(at index: Int) -> Match? {
        if let date = CalendarDate(word(index)), word(index).utf8.count == 10 {
            return Match(count: 1, days: date...date, year: date.year)
        }
        if let match = figures(at: index) { return match }
        if let year = year(index), word(index + 1) == "-", word(index + 3) == "-",
            let month = Int(word(index + 2)), let day = Int(word(index + 4)),
            let date = CalendarDate(year: year, month: month, day: day)
        {
            return Match(count: 5, days: date...date, year: year)
        }
        for mark in "./" {
            let parts = word(index).split(separator: mark).map { Int($0) }
            guard parts.count == 3, let first = parts[0], let second = parts[1],
                let year = parts[2], (1500...2100).contains(year)
            else { continue }
            let dayFirst = CalendarDate(year: year, month: second, day: first)
            let monthFirst =
                mark == "/" ? CalendarDate(year: year, month: first, day: second) : nil
            guard let date = dayFirst ?? monthFirst else { continue }
            let isPlain = dayFirst == nil || monthFirst == nil || dayFirst == monthFirst
            return Match(count: 1, days: isPlain ? date...date : nil, year: year)
        }
        return nil
    }

    /// "3 March 2021", "3rd of March, 2021", "3-5 May", "from 3 to 9 May".
    private func dayFirst(at index: Int, _ known: Int?, _ weekday: Int?) -> Match? {
        guard let first = day(index) else { return nil }
        var (next, last) = (behindDay(index), first)
        if joins(next), let second = dayStart(next + 1), let other = day(second), other > first {
            (next, last) = (behindDay(second), other)
        }
        if table[.of, word(next)] != nil { next += 1 }
        guard let month = month(next) else { return nil }
        next += month.count
        return finished(index, next, month, first, last, known, weekday)
    }

    /// "March 3, 2021", "March 3-5", "March 28 - April 2, 2021", "May 2021", "in May of 2021", "May to July 2021", "March".
    func monthFirst(at index: Int, _ known: Int?, _ weekday: Int?) -> Match? {
        guard let month = month(index) else { return nil }
        let place = index + month.count
        if let first = day(place), !isSplitDay(place) {
            var (next, last) = (behindDay(place), first)
            if joins(next), let other = day(next + 1), other > first, self.month(next + 2) == nil,
                table[.monthMark, word(next + 2)] == nil
            {
                (next, last) = (behindDay(next + 1), other)
            }
            return finished(index, next, month, first, last, known, weekday)
        }
        var (next, count) = (place, 1)
        if joins(next), let other = self.month(next + 1), other.calendar == month.calendar,
            day(next + 1 + other.count) == nil
        {
            (next, count) = (next + 1 + other.count, (other.number - month.number + 12) % 12 + 1)
        }
        if count == 1, let today, let shift = table[.shiftBehind, word(next)] {
            return Match(count: next + 1 - index, days: days(of: month, shift, from: today))
        }
        let (written, end) = writtenYear(at: next, in: month.calendar)
        if written == nil, isDoubtful(month, at: index) { return nil }
        let year = written ?? known ?? self.year(for: month, day: nil, weekday: nil)
        let start = written != nil && count > 12 - month.number + 1 ? year.map { $0 - 1 } : year
        return Match(
            count: end - index,
            days: start.flatMap {
                DaySpan.months($0, from: month.number, count: count, in: month.calendar)
            }, year: written, isRange: count > 1)
    }

    /// A date whose day or days and month are read, with the year behind them.
    private func finished(
        _ index: Int, _ next: Int, _ month: Month, _ first: Int, _ last: Int, _ known: Int?,
        _ weekday: Int?
    ) -> Match {
        let (written, end) = writtenYear(at: next, in: month.calendar)
        let year = written ?? known ?? self.year(for: month, day: first, weekday: weekday)
        let days = year.flatMap { year in
            let days = DaySpan.days(
                month.calendar.day(year, month.number, first),
                month.calendar.day(year, month.number, last), in: month.calendar)
            return first == last && month.calendar.isObserved ? settled(days, by: weekday) : days
        }
        return Match(count: end - index, days: days, year: written, isRange: last > first)
    }

    /// The year behind a month or day, and where what is read then ends: "2021", ", 2021", "of 2021", "of last year".
    func writtenYear(
        at index: Int, in calendar: DateCalendar = .gregorian
    ) -> (year: Int?, end: Int) {
        let next = word(index) == "," || table[.of, word(index)] != nil ? index + 1 : index
        let named = table[.yearWord, word(next)] != nil ? next + 1 : next
        if let year = year(named),
            calendar != .gregorian || !DateCalendar.hijriYears.contains(year)
        {
            let behind = table[.yearWord, word(named + 1)] != nil ? named + 2 : named + 1
            return (year, behindEra(behind))
        }
        if let shift = table[.yearShift, word(next)] {
            return (today.map { calendar.yearAndMonth(of: $0).year + shift }, next + 1)
        }
        return (nil, index)
    }

    /// The year of a month or day that stands without one: that of the sentence, else such that the day of the week is
    /// right, else the text's own, or the one before for a later month.
    func year(for month: Month, day: Int?, weekday: Int?) -> Int? {
        if let statedYear, table.calendar(of: statedYear) == month.calendar {
            return statedYear
        }
        guard let today else { return nil }
        let (thisYear, thisMonth) = month.calendar.yearAndMonth(of: today)
        if let weekday, let day {
            let years = [thisYear, thisYear - 1, thisYear + 1]
            if let year = years.first(where: {
                month.calendar.day($0, month.number, day)?.weekday == weekday
            }) {
                return year
            }
        }
        return month.number <= thisMonth ? thisYear : thisYear - 1
    }
}
