/// What a paragraph shows by itself: whether it is furniture, a caption, the end of the article.
struct FurnitureReader {
    let shape: ParagraphShape
    let text: Substring
    let lexicon: PageLexicon

    /// The meaning of the paragraph as a whole, where it is a known phrase.
    private var whole: PageLexicon.Meaning? {
        lexicon.whole[shape.words.joined(separator: " ")]
    }

    /// A heading behind which no article goes on: "Related articles", "Sponsored".
    var endsArticle: Bool {
        whole == .tail || !shape.holdsSentenceEnd && isShort && startMeaning(.tail) != nil
    }

    var isFurniture: Bool {
        shape.words.isEmpty || whole == .furniture || isStamp || isByline || isDatedLine
            || isMenuLine || isRightsNotice
            || holdsNotice || isShort && !shape.holdsSentenceEnd && isLabelled
    }

    /// What begins by saying whose the page is: "© 2023 The Lantern Ltd, all rights reserved".
    private var isRightsNotice: Bool { PageBlock.isRightsNotice(text) }

    /// A line of eight words or fewer.
    private var isShort: Bool { shape.words.count <= 8 }

    /// Begins or ends like furniture; an ending counts only where no word begins small.
    private var isLabelled: Bool {
        if startMeaning(.furniture) != nil { return true }
        guard let last = shape.words.last, shape.small == 0 || shape.words.count <= 3,
            shape.isInCapitals || shape.words.count <= 5
        else { return false }
        return lexicon.ends[last, default: []].contains {
            $0.meaning == .furniture && shape.words.ends(with: $0.words)
        }
    }

    /// A phrase of some meaning with which the paragraph begins.
    private func startMeaning(_ meaning: PageLexicon.Meaning) -> PageLexicon.Phrase? {
        guard let first = shape.words.first else { return nil }
        return lexicon.starts[first, default: []].first { phrase in
            guard phrase.meaning == meaning, shape.lowercased.hasPrefix(phrase.text) else {
                return false
            }
            return shape.words.starts(with: phrase.words)
        }
    }

    /// Notices of a page's machinery ("JavaScript is disabled"), which may be whole sentences; two
    /// of them in a longer paragraph, so that a report about such a thing stays a report.
    private var holdsNotice: Bool {
        let words = shape.words
        var found = 0
        for (index, word) in words.enumerated() {
            for phrase in lexicon.anywhere[word, default: []]
            where words[index...].starts(with: phrase.words) {
                found += 1
            }
        }
        return found > (words.count > 25 ? 1 : 0)
    }

    /// Nothing but a date, a time or an age: "Wednesday, May 21, 2025", "712 days ago".
    private var isStamp: Bool {
        guard isShort || shape.words.count <= 12, let stamp = lexicon.inside[.stamp] else {
            return shape.words.count == 1 && CalendarDate(shape.lowercased) != nil
        }
        var holdsDate = false
        for word in shape.words {
            if lexicon.month(word) != nil || lexicon.weekdays[word] != nil
                || lexicon.ago.contains(word) || word.utf8.count == 8 && CalendarDate(word) != nil
                || word.utf8.count == 10 && CalendarDate(word) != nil
            {
                holdsDate = true
            } else if !stamp.contains(word), !Self.isTimeFigure(word) {
                return false
            }
        }
        // Dates in figures alone: "25.04.2021, 12:10".
        if !holdsDate { holdsDate = !WrittenDate.dates(in: text, lexicon: lexicon).isEmpty }
        return holdsDate && shape.words.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
    }

    /// Digits, perhaps with the ending of an ordinal, a point or a unit of the clock: "3rd", "8.15pm", "9h12".
    private static func isTimeFigure(_ word: String) -> Bool {
        let parts = word.split(separator: "h", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 2 && Int($0) != nil }) {
            return true
        }
        let tail = word.drop { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
        return tail.utf8.count < word.utf8.count
            && ["", "st", "nd", "rd", "th", "am", "pm", "h"].contains(tail)
    }

    /// "By", "By Jane Doe", "Story by JANE DOE | Agency": every other word a name or a connector.
    private var isByline: Bool {
        guard let phrase = startMeaning(.byline), shape.words.count <= 30 else { return false }
        let connectors = lexicon.inside[.byline, default: []]
        let small = shape.smallWords.filter { !connectors.contains($0) }
        let isCredit = text.first == "(" && text.last == ")"
        return small.isEmpty && (isCredit || shape.words.count <= 12 && !shape.holdsSentenceEnd)
            && shape.words.starts(with: phrase.words)
    }

    /// Whether it begins with a label of the day of publication or of the last change.
    var isDateLabelled: Bool {
        startMeaning(.published) != nil || startMeaning(.updated) != nil
    }

    /// A short line that begins as a label of a date or a byline does, and holds a whole date: "Posted on 3 May 2023 by
    /// admin", "by tideman » Wed May 03, 2023 9:12 am".
    private var isDatedLine: Bool {
        guard shape.words.count <= 14, !shape.holdsSentenceEnd,
            isDateLabelled || startMeaning(.byline) != nil
        else { return false }
        return WrittenDate.dates(in: text, lexicon: lexicon).contains {
            if case .day = $0.value { true } else { false }
        }
    }

    /// A row of short items between strokes: "Home | World | Sport".
    private var isMenuLine: Bool {
        guard shape.words.count <= 40, !shape.holdsSentenceEnd else { return false }
        let items = text.split { "|»›•·".contains($0) }
        guard items.count >= 3 else { return false }
        let known = items.count { item in
            lexicon.whole[ParagraphShape.words(of: String(item)).joined(separator: " ")] != nil
        }
        return known * 3 >= items.count
    }

    /// Begins like a caption, or ends with the credit of a picture in brackets.
    var isCaption: Bool {
        if startMeaning(.caption) != nil { return true }
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return false }
        let inside = text[text.index(after: open)...]
        let words = ParagraphShape.words(of: String(inside))
        return words.count <= 14
            && words.contains { lexicon.inside[.credit, default: []].contains($0) }
    }
}

extension [String] {
    /// Whether the last words are these.
    func ends(with words: [String]) -> Bool {
        count >= words.count && suffix(words.count).elementsEqual(words)
    }
}
