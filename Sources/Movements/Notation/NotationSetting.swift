/// What a line is besides its places: a heading or an entry of a list, of transport or not.
struct NotationSetting {
    /// The mode that a word of the line tells.
    private(set) var mode: TransportMode?
    /// Whether a word of transport, a measure of goods or an aircraft's mark stands in the line.
    private(set) var speaksOfTransport = false
    /// Whether a word or a score says that it is about something else.
    private(set) var isElsewhere = false
    /// The words of each sort: in small letters, and all.
    private var small = 0
    private var all = 0
    /// The items that are words.
    private var places: [Int] = []

    /// The most words beside the places of a heading.
    private static let mostWords = 9
    /// The most of them in small letters.
    private static let mostSmall = 2
    /// The most of them before the places.
    private static let mostBefore = 5

    init(of line: NotationLine, units: Set<String>) {
        for (index, item) in line.items.enumerated() {
            switch item.kind {
            case .word:
                let isUnit = units.contains(item.text) && line[index - 1]?.kind == .number
                if isUnit { speaksOfTransport = true }
                if isTailMark(at: index, in: line) {
                    speaksOfTransport = true
                    mode = mode ?? .air
                }
                all += 1
                places.append(index)
                if !item.isCapitalised && !isUnit { small += 1 }
            case .label(let label):
                if label.role == .way {
                    speaksOfTransport = true
                    mode = mode ?? label.mode
                } else if label.role == .stop || label.role == .letter {
                    isElsewhere = true
                } else if label.role == .filler || (label.role.isField && !item.isCapitalised) {
                    small += 1
                }
            case .number:
                // "33000t" holds its measure.
                if Self.isScore(item.text) { isElsewhere = true }
                let measure = item.text.drop { !$0.isLetter }
                if units.contains(String(measure)) { speaksOfTransport = true }
            case .place, .mark:
                break
            }
        }
    }

    /// Whether it is a heading or an entry, whose places begin at an item.
    func isHeading(before item: Int) -> Bool {
        small <= Self.mostSmall && all <= Self.mostWords
            && places.prefix { $0 < item }.count <= Self.mostBefore
    }

    /// Whether it has no word in small letters, as in "cuts Frankfurt-Astana".
    var isWithoutProse: Bool { small == 0 }

    /// Whether it is a heading or an entry, whose places end at an item.
    func isHeading(behind item: Int) -> Bool { isHeading(before: item + 1) }

    /// "UR-82008", "RA-78765": a word of one or two capitals, a hyphen, a number.
    private func isTailMark(at index: Int, in line: NotationLine) -> Bool {
        guard line.items[index].isCapitalised, line.items[index].text.utf8.count <= 2,
            let hyphen = line[index + 1], hyphen.has(.dash), !hyphen.hasSpaceBefore,
            let number = line[index + 2], !number.hasSpaceBefore
        else { return false }
        return number.kind == .number && number.text.utf8.count >= 4
    }

    /// "2-1", "3:0", "98–95"; not a time, "14:30", nor a date, "03-05-2026".
    private static func isScore(_ text: String) -> Bool {
        let parts = text.split { "-–:".contains($0) }
        guard parts.count == 2, parts.allSatisfy({ (1...3).contains($0.count) }),
            parts.allSatisfy({ Int($0) != nil })
        else { return false }
        return !(text.contains(":") && parts[1].count == 2)
    }
}
