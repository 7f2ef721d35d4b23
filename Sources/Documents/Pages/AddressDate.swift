/// The day in the address of a page: "/2021/04/25/grain", "/2021-04-25-grain", "/20210425/".
enum AddressDate {
    /// The years whose figures are taken for a year.
    private static let years = 1990...2050

    static func day(in address: String) -> CalendarDate? {
        let parts = address.split { $0 == "/" || $0 == "?" || $0 == "#" }
        for (index, part) in parts.enumerated() {
            if part.utf8.count >= 10, let day = CalendarDate(String(part.prefix(10))),
                years.contains(day.year), part.dropFirst(10).first.map({ !$0.isNumber }) ?? true
            {
                return day
            }
            if part.utf8.count == 8, let day = CalendarDate(String(part)), years.contains(day.year)
            {
                return day
            }
            guard index + 2 < parts.count, part.utf8.count == 4, let year = Int(part),
                years.contains(year), parts[index + 1].utf8.count <= 2,
                let month = Int(parts[index + 1]), let number = Int(parts[index + 2].prefix(2)),
                parts[index + 2].dropFirst(2).first.map({ !$0.isNumber }) ?? true
            else { continue }
            if let day = CalendarDate(year: year, month: month, day: number) { return day }
        }
        return nil
    }
}
