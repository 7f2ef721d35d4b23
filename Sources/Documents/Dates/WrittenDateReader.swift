/// Reads one date from a run of words, in the forms of English and of ISO 8601.
struct WrittenDateReader {
    /// The words in lower case.
    let words: [String]
    /// What stands behind each word.
    let gaps: [Substring]
    let lexicon: PageLexicon

    /// The date that begins at a word and the number of words it takes.
    func date(at index: Int) -> (WrittenDate.Value, words: Int)? {
        if let day = CalendarDate(words[index].uppercased()) ?? pointed(words[index])
            ?? hyphened(words[index])
        {
            return (.day(day), 1)
        }
        return monthFirst(at: index) ?? dayFirst(at: index) ?? slashed(at: index) ?? ago(at: index)
    }

    /// As in "June 9, 2023", "June 9 2023", "June 9".
    private func monthFirst(at index: Int) -> (WrittenDate.Value, words: Int)? {
        guard let month = month(index), isClose(index), let day = dayNumber(index + 1) else {
            return nil
        }
        if isClose(index + 1), let year = year(index + 2) {
            return CalendarDate(year: year, month: month, day: day).map { (.day($0), 3) }
        }
        return (.yearless(month: month, day: day), 2)
    }

    /// As in "9 June 2023", "9th of June, 2023", "9 June".
    private func dayFirst(at index: Int) -> (WrittenDate.Value, words: Int)? {
        guard let day = dayNumber(index), isClose(index) else { return nil }
        let at = month(index + 1) == nil && gaps[index] == " " ? index + 2 : index + 1
        guard let month = month(at), at == index + 1 || words[index + 1] == "of" else { return nil }
        if isClose(at), let year = year(at + 1) {
            let date = CalendarDate(year: year, month: month, day: day)
            return date.map { (.day($0), at + 2 - index) }
        }
        return (.yearless(month: month, day: day), at + 1 - index)
    }

    /// As in "2023/06/09", and "25/12/2022" where only one order makes a date.
    private func slashed(at index: Int) -> (WrittenDate.Value, words: Int)? {
        guard index + 2 < words.count, gaps[index] == "/", gaps[index + 1] == "/",
            let first = Int(words[index]), let second = Int(words[index + 1]),
            let third = Int(words[index + 2])
        else { return nil }
        if first > 999 {
            return CalendarDate(year: first, month: second, day: third).map { (.day($0), 3) }
        }
        guard third > 999 else { return nil }
        let orders = Set(
            [
                CalendarDate(year: third, month: second, day: first),
                CalendarDate(year: third, month: first, day: second),
            ].compactMap(\.self))
        // Of two days the one that falls on the day of the week before it: "Wed, 05/03/2023".
        let named = orders.filter { day in
            index > 0 && lexicon.weekdays[words[index - 1]] == day.weekday
        }
        let possible = named.count == 1 ? named : orders
        return possible.count == 1 ? possible.first.map { (.day($0), 3) } : nil
    }

    /// As in "9.6.2023": with points the day stands first.
    private func pointed(_ word: String) -> CalendarDate? {
        let parts = word.split(separator: ".").map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            year > 999
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// As in "03-May-2023".
    private func hyphened(_ word: String) -> CalendarDate? {
        let parts = word.split(separator: "-").map(String.init)
        guard parts.count == 3, let day = Int(parts[0]), let month = lexicon.month(parts[1]),
            let year = Int(parts[2]), year > 999
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// As in "712 days ago".
    private func ago(at index: Int) -> (WrittenDate.Value, words: Int)? {
        guard index + 2 < words.count, let count = Int(words[index]), (0...100_000).contains(count),
            let unit = lexicon.units[words[index + 1]], lexicon.ago.contains(words[index + 2])
        else { return nil }
        return (.ago(days: count * unit), 3)
    }

    private func month(_ index: Int) -> Int? {
        index < words.count ? lexicon.month(words[index]) : nil
    }

    /// Whether nothing but a comma, a point and blanks stands behind a word.
    private func isClose(_ index: Int) -> Bool {
        index + 1 < words.count && gaps[index].allSatisfy { ",. ".contains($0) }
    }

    /// A number in 1...31, perhaps with the ending of an ordinal.
    private func dayNumber(_ index: Int) -> Int? {
        guard index < words.count else { return nil }
        let word = words[index]
        let digits = word.prefix(2).prefix(while: \.isNumber)
        guard let number = Int(digits), (1...31).contains(number),
            ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
        else { return nil }
        return number
    }

    private func year(_ index: Int) -> Int? {
        guard index < words.count, words[index].utf8.count == 4, let year = Int(words[index]),
            (1000...2999).contains(year)
        else { return nil }
        return year
    }
}
