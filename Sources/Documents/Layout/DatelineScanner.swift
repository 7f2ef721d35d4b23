/// Finds the dateline at the head of a paragraph in another language than English, and credits of reporters.
///
///     PLACE ("," PART)* ("(" AGENCY ")" | "/" AGENCY "/")? ("." | DASH | ":")*     where it is in capitals, or has a day or agency
///     PLACE DASH AGENCY DASH, AGENCY DASH PLACE                                    in letters without capitals
///     AGENCY PLACE DAY CLOSING                                                     in Chinese
struct DatelineScanner {
    let words: DatelineWords
    private let text: [Character]
    /// The same in small letters, one for one.
    private let small: [Character]

    /// How far into a paragraph a dateline may reach, in characters.
    private static let reach = 120
    private static let dashes: Set<Character> = ["—", "–", "―", "-", "ـ", "‑"]
    /// The most words of a place or part.
    private static let mostWords = 4

    init(words: DatelineWords, paragraph: Substring) {
        self.words = words
        text = Array(paragraph.prefix(Self.reach))
        small = text.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    }

    /// How many characters at the head of the paragraph are its dateline; 0 for none.
    func length() -> Int {
        guard let first = text.first else { return 0 }
        if first.isIdeograph || first == "（" { return ideographs() }
        return agencyFirst() ?? placeFirst() ?? 0
    }

    /// Whether the paragraph is nothing but the credit of a reporter.
    static func isCredit(_ paragraph: Substring, _ words: DatelineWords) -> Bool {
        let body = paragraph.drop { "(（[ ".contains($0) }
        guard words.length(of: .credit, at: body.prefix(reach).lowercased()) != nil else {
            return false
        }
        let isBracketed = body.startIndex > paragraph.startIndex
        let count = paragraph.split(whereSeparator: \.isWhitespace).count
        return isBracketed || count <= 12 && !".!?。".contains(paragraph.last ?? ".")
    }

    private func at(_ index: Int) -> Character? { index < text.count ? text[index] : nil }

    private func skipBlanks(_ index: inout Int) {
        while let next = at(index), next == " " || next == "\u{A0}" { index += 1 }
    }

    private func length(of kind: DatelineWords.Kind, at index: Int) -> Int? {
        index < small.count ? words.length(of: kind, at: String(small[index...])) : nil
    }

    /// A dash with a blank or letter behind, or several marks that stand for one, such as a stop and a hyphen.
    private func dash(_ index: inout Int) -> Bool {
        var next = index
        skipBlanks(&next)
        if at(next) == "." { next += 1 }
        skipBlanks(&next)
        let start = next
        while let mark = at(next), Self.dashes.contains(mark) { next += 1 }
        guard next > start else { return false }
        // A hyphen inside a name is none.
        if next - start == 1, text[start] == "-", start == index,
            !(at(next).map { $0 == " " || $0 == "\u{A0}" } ?? false)
        {
            return false
        }
        index = next
        return true
    }

    private struct Name {
        var count = 0
        var capitals = 0
        var smalls = 0
        var hasFigure = false
        var isCapitalised = true
    }

    /// Words with single blanks between, up to a comma, bracket, stop or dash.
    private func name(_ index: inout Int, most: Int) -> Name {
        var name = Name()
        let opening = index
        while name.count < most {
            let start = index
            while let next = at(index), next.isLetter || next.isNumber || joins(index, from: start)
            {
                if next.isUppercase { name.capitals += 1 }
                if next.isLowercase { name.smalls += 1 }
                if next.isNumber { name.hasFigure = true }
                index += 1
            }
            guard index > start else { break }
            let first = text[start]
            if first.isLowercase, index - start > 3 || name.count == 0 {
                name.isCapitalised = false
            }
            name.count += 1
            guard at(index) == " ", let next = at(index + 1), next.isLetter || next.isNumber else {
                break
            }
            index += 1
        }
        while index > opening, text[index - 1] == " " { index -= 1 }
        return name
    }

    /// Whether a mark stands inside a word: an apostrophe, stop or hyphen before a letter.
    private func joins(_ index: Int, from start: Int) -> Bool {
        guard index > start, let mark = at(index) else { return false }
        return "'’.-".contains(mark) && (at(index + 1)?.isLetter ?? false)
    }

    /// An agency between brackets or strokes.
    private func bracket(_ index: inout Int) -> (isAgency: Bool, isThere: Bool) {
        var next = index
        skipBlanks(&next)
        let closes: [Character: Character] = ["(": ")", "/": "/", "（": "）", "[": "]"]
        guard let open = at(next), let close = closes[open],
            let end = text[(next + 1)...].firstIndex(of: close), end - next <= 40
        else { return (false, false) }
        var inside = next + 1
        skipBlanks(&inside)
        let isAgency = (inside..<end).contains {
            $0 == inside || !text[$0 - 1].isLetter ? length(of: .agency, at: $0) != nil : false
        }
        index = end + 1
        return (isAgency, true)
    }

    private func placeFirst() -> Int? {
        var index = 0
        let place = name(&index, most: Self.mostWords)
        guard place.count > 0, !place.hasFigure else { return nil }
        let hasCase = place.capitals + place.smalls > 0
        guard !hasCase || place.isCapitalised else { return nil }
        let isInCapitals = place.capitals >= 3 && place.smalls == 0
        // "Moskau/Kiew (AFP)".
        if at(index) == "/", at(index + 1)?.isUppercase ?? false,
            !text[(index + 1)...].prefix(40).contains("/")
        {
            index += 1
            _ = name(&index, most: Self.mostWords)
        }
        var hasDay = false
        for _ in 0..<3 {
            var next = index
            skipBlanks(&next)
            if at(next) == "," || at(next) == "،" || at(next) == "." && isInCapitals {
                next += 1
                skipBlanks(&next)
            } else if !(at(next)?.isNumber ?? false) {
                break
            }
            let start = next
            // An agency is no part of its own.
            if length(of: .agency, at: start) != nil { break }
            let part = name(&next, most: Self.mostWords)
            let isDay = isDay(from: start, to: next, part)
            guard part.count > 0, isDay || part.isCapitalised && !part.hasFigure && hasCase,
                isDay || part.count <= 2
            else { break }
            // "Berlin, Hamburg und ..." is no dateline; only what ends like one is.
            hasDay = hasDay || isDay
            index = next
        }
        let (isAgency, isThere) = bracket(&index)
        var hasDash = dash(&index)
        var isKnown = isAgency
        if !isAgency, let length = bareAgency(at: index) {
            isKnown = true
            index = length
            hasDash = dash(&index) || hasDash
        }
        let end = stop(index)
        if isKnown { return end }
        if hasCase {
            if isInCapitals, hasDash || hasDay && end > index { return hasDash ? index : end }
            return hasDay && hasDash || isThere && isInCapitals && hasDash ? index : nil
        }
        return hasDash && opensReport(at: index, place) ? index : nil
    }

    /// Where an agency without brackets ends, behind a dash, comma or stop and before one: "— РИА Новости.".
    private func bareAgency(at index: Int) -> Int? {
        var next = index
        while let mark = at(next), " ,.،\u{A0}".contains(mark) || Self.dashes.contains(mark) {
            next += 1
        }
        guard next > index, let length = length(of: .agency, at: next) else { return nil }
        var end = next + length
        let last = end
        skipBlanks(&end)
        guard let mark = at(end), ".:,/،".contains(mark) || Self.dashes.contains(mark) else {
            return nil
        }
        return last
    }

    private func stop(_ index: Int) -> Int {
        var next = index
        while let mark = at(next), ".:".contains(mark) { next += 1 }
        return next
    }

    private func isDay(from start: Int, to end: Int, _ part: Name) -> Bool {
        if part.hasFigure { return true }
        return (start..<max(start, end)).contains {
            ($0 == start || !text[$0 - 1].isLetter) && length(of: .day, at: $0) != nil
        }
    }

    /// Whether what follows the dash behind a place without capitals is a report, not the other end of a line.
    private func opensReport(at index: Int, _ place: Name) -> Bool {
        guard place.count <= 2 else { return false }
        let rest = text[index...].drop { $0 == " " }.prefix(30)
        let next = rest.split(separator: " ").prefix(3)
        return next.count == 3
            && !next.contains { word in
                word.contains(":") || word.contains("،")
                    || word.contains(where: Self.dashes.contains)
            }
    }

    private func agencyFirst() -> Int? {
        guard let agency = length(of: .agency, at: 0) else { return nil }
        var index = agency
        guard dash(&index) else { return nil }
        skipBlanks(&index)
        let place = name(&index, most: 3)
        var end = index
        guard place.count > 0, dash(&end) || at(index) == ":" else { return agency }
        return stop(max(end, index))
    }

    /// "新华社喀土穆3月5日电（记者张三）", "（路透社莫斯科电）".
    private func ideographs() -> Int {
        let start = text.first == "（" ? 1 : 0
        var index = start
        if at(index) == "据" { index += 1 }
        guard let agency = length(of: .agency, at: index) else { return 0 }
        let limit = min(text.count, index + agency + 24)
        var next = index + agency
        while next < limit, text[next].isLetter || text[next].isNumber || text[next] == " " {
            if let closing = length(of: .closing, at: next) {
                var end = next + closing
                if at(end) == "（", let close = text[end...].firstIndex(of: "）") { end = close + 1 }
                return end
            }
            next += 1
        }
        return 0
    }
}

extension Document {
    /// The document with the datelines and credits that the words of its language tell.
    public func findingDatelines(by words: DatelineWords) -> Document {
        let utf8 = text.utf8
        var found = datelines
        var paragraphs = paragraphs
        for index in paragraphs.indices where paragraphs[index].kind == .prose {
            let place = paragraphs[index].utf8Range
            let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
            let part = text[start..<utf8.index(start, offsetBy: place.count)]
            if DatelineScanner.isCredit(part, words) {
                paragraphs[index].kind = .furniture
                continue
            }
            let length = DatelineScanner(words: words, paragraph: part).length()
            guard length > 0 else { continue }
            let range = place.lowerBound..<place.lowerBound + part.prefix(length).utf8.count
            found.removeAll { $0.overlaps(range) }
            found.append(range)
        }
        var document = self
        document.datelines = found.sorted { $0.lowerBound < $1.lowerBound }
        document.paragraphs = paragraphs
        return document
    }
}
