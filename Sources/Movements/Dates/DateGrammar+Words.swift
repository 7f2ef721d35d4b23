/// The words of a date: its month, its year, its day.
extension DateGrammar {
    func word(_ index: Int) -> String { lowers.indices.contains(index) ? lowers[index] : "" }

    /// Whether a word joins the ends of a range: "to", "and", a dash.
    func joins(_ index: Int) -> Bool { table[.join, word(index)] != nil }

    /// A month: its number, its calendar, and how many words tell it.
    struct Month {
        var number: Int
        var calendar = DateCalendar.gregorian
        var count = 1
        /// Whether a word beside it says that it is a month.
        var isNamed = false
    }

    func month(_ index: Int) -> Month? {
        guard lowers.indices.contains(index), var month = bareMonth(index) else {
            guard table[.monthWord, word(index)] != nil, var month = bareMonth(index + 1) else {
                return nil
            }
            month.count += 1
            month.isNamed = true
            return month
        }
        if table[.monthWord, word(index + month.count)] != nil {
            month.count += 1
            month.isNamed = true
        }
        return month
    }

    private func bareMonth(_ index: Int) -> Month? {
        guard lowers.indices.contains(index) else { return nil }
        if isCapitalised[index], let number = table[.month, lowers[index]] {
            // "آذار/مارس": one month by two names.
            let isTwice =
                word(index + 1) == "/" && table[.month, word(index + 2)] == number
            return Month(number: number, count: isTwice ? 3 : 1)
        }
        if let number = table[.solarMonth, lowers[index]] {
            return Month(number: number, calendar: .solarHijri)
        }
        if let number = table[.lunarMonth, lowers[index]] {
            return Month(number: number, calendar: .lunarHijri)
        }
        if table[.monthMark, word(index + 1)] != nil,
            let number = table[.number, lowers[index]] ?? Int(lowers[index]),
            (1...12).contains(number)
        {
            return Month(number: number, count: 2)
        }
        return nil
    }

    func year(_ index: Int) -> Int? {
        let text = word(index)
        guard text.utf8.count == 4, let year = Int(text),
            (1500...2100).contains(year)
                || table.hijri != nil && DateCalendar.hijriYears.contains(year)
        else { return nil }
        return year
    }

    /// A number in 1...31, perhaps with the ending of an ordinal: "3rd".
    func day(_ index: Int) -> Int? {
        let text = word(index)
        if let day = table[.dayName, text] { return day }
        let digits = text.prefix(while: \.isNumber)
        guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day),
            digits.utf8.count == text.utf8.count
                || table[.ending, String(text.dropFirst(digits.count))] != nil
        else { return nil }
        return day
    }

    /// Where what is read goes on behind a day: behind its mark, where it has one.
    func behindDay(_ index: Int) -> Int {
        table[.dayMark, word(index + 1)] != nil ? index + 2 : index + 1
    }

    /// Where a second day begins: "the 9th" of "between the 5th and the 9th".
    func dayStart(_ index: Int) -> Int? {
        if day(index) != nil { return index }
        return table[.article, word(index)] != nil && table.hasDayArticles ? index + 1 : nil
    }

    /// Whether a number behind a month is none of its days, in languages where a day stands there only with its mark.
    func isSplitDay(_ index: Int) -> Bool {
        table.hasMarkedDays && table[.dayMark, word(index + 1)] == nil
    }
}
