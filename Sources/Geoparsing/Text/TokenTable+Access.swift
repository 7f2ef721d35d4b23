extension TokenTable {
    /// The UTF-8 range from the first to the last of some rows.
    func utf8Range(_ rows: Range<Int>) -> Range<Int> {
        start[rows.lowerBound]..<end[rows.upperBound - 1]
    }

    /// The text of some rows.
    func text(_ rows: Range<Int>) -> String {
        String(decoding: utf8[utf8Range(rows)], as: UTF8.self)
    }

    /// Whether a row stands at once behind the one before it.
    func isGlued(_ row: Int) -> Bool { row > 0 && row < count && end[row - 1] == start[row] }

    /// Whether a row is exactly one ASCII character.
    func isMark(_ row: Int, _ mark: UInt8) -> Bool {
        row >= 0 && row < count && end[row] - start[row] == 1 && utf8[start[row]] == mark
    }

    /// Whether a row is a dash, not a hyphen inside a word: "-", "--", or one of Unicode's long ones.
    func isDash(_ row: Int) -> Bool {
        guard shape[row].contains(.mark), !isGlued(row) || !isGlued(row + 1) else { return false }
        return ["-", "--", "\u{2013}", "\u{2014}"].contains(text(row..<(row + 1)))
    }

    /// Whether a row is the possessive "'s", or the apostrophe of a plural.
    func isPossessive(_ row: Int) -> Bool {
        guard isGlued(row) else { return false }
        return word[row] == "s" && utf8[start[row]] != UInt8(ascii: "s")
            && utf8[start[row]] != UInt8(ascii: "S")
    }

    /// Whether a row is a word with a capital that may be part of a name.
    func isCapitalWord(_ row: Int) -> Bool {
        shape[row].isSuperset(of: [.capital, .letters])
    }

    /// Whether a row is two capitals amid prose, as the codes of states are: "Austin TX".
    func isStateCode(_ row: Int) -> Bool {
        end[row] - start[row] == 2 && shape[row].isSuperset(of: [.upper, .letters])
            && segments[segment[row]].casing == .sentence
    }

    /// Whether a row is two initials with stops: "J.M.", "U.S.".
    func isPairOfInitials(_ row: Int) -> Bool {
        shape[row].isSuperset(of: [.upper, .stops]) && end[row] - start[row] == 4
            && word[row].utf8.count == 2
    }

    /// Whether the stop behind some rows belongs to them, as stops stand inside ("W.Va.") and the sentence goes on.
    func hasOwnStop(_ rows: Range<Int>) -> Bool {
        let last = rows.upperBound - 1
        guard isMark(last + 1, UInt8(ascii: ".")), isGlued(last + 1), next(last + 1) != nil,
            utf8[end[last] - 1] != UInt8(ascii: ".")
        else { return false }
        let stop = UInt8(ascii: ".")
        return utf8[utf8Range(rows)].contains(stop)
            && !utf8[utf8Range(rows)].contains(UInt8(ascii: " "))
    }

    /// How capitals are used around a row.
    func casing(at row: Int) -> TextSegment.Casing { segments[segment[row]].casing }

    /// The row before, when it is in the same segment.
    func previous(_ row: Int) -> Int? {
        row > 0 && segment[row - 1] == segment[row] ? row - 1 : nil
    }

    /// The row behind, when it is in the same segment.
    func next(_ row: Int) -> Int? {
        row + 1 < count && segment[row + 1] == segment[row] ? row + 1 : nil
    }

    /// Whether "the" before a name is the name's own, not that of a noun behind it: "the Boston harbour".
    func hasArticle(_ rows: Range<Int>) -> Bool {
        guard let the = previous(rows.lowerBound), classes[the].contains(.definite) else {
            return false
        }
        guard let behind = next(rows.upperBound - 1) else { return true }
        if isPossessive(behind) || isMark(behind, UInt8(ascii: "-")) { return false }
        return shape[behind].contains(.mark)
            || !classes[behind].isDisjoint(with: [.preposition, .function, .connector, .auxiliary])
    }
}
