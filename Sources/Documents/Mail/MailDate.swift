/// The day in a mail's "Date" field: "Tue, 3 May 2022 23:12:00 +0300" (RFC 5322); the sender's day.
enum MailDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    static func day(in field: String) -> CalendarDate? {
        let words = field.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "\t" }
        for index in words.indices.dropLast(2) {
            guard let day = Int(words[index]),
                let month = months.firstIndex(of: words[index + 1].prefix(3).lowercased()),
                let year = Int(words[index + 2])
            else { continue }
            // Years of two figures are those of RFC 2822: up to 49 after 2000.
            let whole = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year
            return CalendarDate(year: whole, month: month + 1, day: day)
        }
        return CalendarDate(field)
    }
}
