internal import Documents
internal import Movements
internal import RouteMaps

/// Days for people: "Friday, 9 June 2023", "June 2023", "9 June 2023 to 12 June 2023".
enum DayText {
    /// A day with its weekday.
    static func day(_ day: CalendarDate) -> String {
        "\(weekdays[day.weekday - 1]), \(short(day))"
    }

    /// A stated date as it was understood; nil where the text leaves it open.
    static func words(_ date: StatedDate) -> String? {
        switch (date.from.flatMap { CalendarDate($0) }, date.to.flatMap { CalendarDate($0) }) {
        case (nil, nil): nil
        case (let from?, nil): "from \(short(from))"
        case (nil, let to?): "until \(short(to))"
        case (let from?, let to?): from == to ? day(from) : interval(from, to)
        }
    }

    /// Both days that "3/4/2024" may mean; nil for words that mean one.
    static func ambiguous(_ words: String) -> String? {
        let parts = words.split { !$0.isNumber && $0 != "/" }.map { $0.split(separator: "/") }
        guard let figures = parts.first(where: { $0.count == 3 }), figures[2].count == 4,
            let first = Int(figures[0]), let second = Int(figures[1]), let year = Int(figures[2]),
            first != second,
            let dayFirst = CalendarDate(year: year, month: second, day: first),
            let monthFirst = CalendarDate(year: year, month: first, day: second)
        else { return nil }
        return "\(short(dayFirst)) or \(short(monthFirst)), which of them the text leaves open"
    }

    private static func interval(_ from: CalendarDate, _ to: CalendarDate) -> String {
        guard from.day == 1, to.adding(days: 1)?.day == 1 else {
            return "\(short(from)) to \(short(to))"
        }
        if from.year == to.year, from.month == 1, to.month == 12 { return "\(from.year)" }
        let (first, last) = (month(from), month(to))
        return first == last ? first : "\(first) to \(last)"
    }

    private static func short(_ day: CalendarDate) -> String { "\(day.day) \(month(day))" }

    private static func month(_ day: CalendarDate) -> String {
        "\(months[day.month - 1]) \(day.year)"
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

extension RouteRecord {
    /// The day that a route is sorted by: the last one stated, else the first, else the document's.
    var day: String? {
        movement.date?.to ?? movement.date?.from ?? map.document.date.map { "\($0.day)" }
    }

    /// When it was, as understood, with the words that say so.
    var when: String? {
        guard let date = movement.date else { return nil }
        let said = words(date.utf8Range) ?? ""
        let understood = DayText.words(date) ?? DayText.ambiguous(said)
        return understood.map { "\($0) (“\(said)”)" } ?? said
    }
}
