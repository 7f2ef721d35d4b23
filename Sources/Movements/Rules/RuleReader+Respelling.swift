internal import Geoparsing
internal import Language

extension RuleReader {
    /// How sentences are to be spelled for a parser trained on prose; nil where they are prose.
    ///
    /// Headings lose the capitals of their words but for the places' names, places written small get
    /// theirs, and the marks of hashtags, the tags that follow a message and who passed it on are
    /// left out.
    func respelling(
        of sentences: [Int], in analysis: Analysis, mentions: [Mention]
    ) -> Respelling? {
        var respeller = Respeller(analysis: analysis, mentions: mentions)
        for index in sentences { respeller.read(analysis.sentences[index].tokens) }
        return respeller.result
    }
}

/// Spells the sentences of a text as prose would.
private struct Respeller {
    let analysis: Analysis
    let mentions: [Mention]
    private var utf8: [UInt8]
    private var skipped: Set<Int> = []
    private var isChanged = false

    init(analysis: Analysis, mentions: [Mention]) {
        self.analysis = analysis
        self.mentions = mentions
        utf8 = analysis.utf8
    }

    var result: Respelling? {
        isChanged ? Respelling(utf8: utf8, skipped: skipped) : nil
    }

    mutating func read(_ tokens: Range<Int>) {
        // "Migrants Reach Austria: about 2,000 have crossed ...": either side may be a heading.
        var start = tokens.lowerBound
        for token in tokens where isMark(token, ":") {
            respell(start..<token)
            start = token
        }
        respell(start..<tokens.upperBound)
        skipMarks(tokens)
    }

    private mutating func respell(_ tokens: Range<Int>) {
        guard !tokens.isEmpty else { return }
        let isHeading = isHeading(tokens)
        var next = SentenceView.firstMention(
            endingAfter: analysis.tokens[tokens.lowerBound].utf8Range.lowerBound, mentions)
        for token in tokens {
            let place = analysis.tokens[token].utf8Range
            while next < mentions.count, mentions[next].utf8Range.upperBound <= place.lowerBound {
                next += 1
            }
            let isName = next < mentions.count && mentions[next].utf8Range.overlaps(place)
            if isName {
                respell(place, isCapital: true, isSmallBehind: isHeading && place.count > 3)
            } else if isHeading {
                respell(place, isCapital: false, isSmallBehind: true)
            }
        }
    }

    /// Whether nearly all words have a capital.
    private func isHeading(_ tokens: Range<Int>) -> Bool {
        var words = 0
        var capitals = 0
        for token in tokens where analysis.tokens[token].isAlphabetic {
            let isCapitalised = analysis.tokens[token].isCapitalised
            if analysis.tokens[token].utf8Range.count < 4 && !isCapitalised { continue }
            words += 1
            if isCapitalised { capitals += 1 }
        }
        return words >= 4 && capitals * 5 >= words * 4
    }

    private mutating func respell(_ place: Range<Int>, isCapital: Bool, isSmallBehind: Bool) {
        guard place.count > 1, utf8[place].allSatisfy({ $0 < 0x80 }) else { return }
        let first = utf8[place.lowerBound]
        if isCapital, (0x61...0x7A).contains(first) {
            utf8[place.lowerBound] = first & 0xDF
            isChanged = true
        }
        guard isSmallBehind else { return }
        for index in (isCapital ? place.lowerBound + 1 : place.lowerBound)..<place.upperBound
        where (0x41...0x5A).contains(utf8[index]) {
            utf8[index] |= 0x20
            isChanged = true
        }
    }

    /// "RT @name:" before a message, "#" before a word of it, and the tags at its end.
    private mutating func skipMarks(_ tokens: Range<Int>) {
        var left: [Int] = []
        for token in tokens where isMark(token, "#") || isHandle(token) { left.append(token) }
        guard !left.isEmpty else { return }
        // " - police": a dash, not a word with a hyphen.
        for token in tokens.dropFirst() where isMark(token, "-") && !isGlued(token) {
            utf8[analysis.tokens[token].utf8Range.lowerBound] = UInt8(ascii: ";")
        }
        var end = tokens.upperBound
        while end - 2 >= tokens.lowerBound, isMark(end - 2, "#"), isGlued(end - 1) { end -= 2 }
        // One tag at the end may be the sentence's last word.
        if tokens.upperBound - end >= 4 { left += end..<tokens.upperBound }
        for token in left where isHandle(token) {
            if token + 1 < tokens.upperBound, isMark(token + 1, ":") { left.append(token + 1) }
            if token > tokens.lowerBound, analysis.text(of: token - 1) == "RT" {
                left.append(token - 1)
            }
        }
        skipped.formUnion(left)
        isChanged = true
    }

    private func isMark(_ token: Int, _ mark: Character) -> Bool {
        utf8[analysis.tokens[token].utf8Range].elementsEqual(String(mark).utf8)
    }

    private func isHandle(_ token: Int) -> Bool {
        let place = analysis.tokens[token].utf8Range
        return place.count > 1 && utf8[place.lowerBound] == UInt8(ascii: "@")
    }

    private func isGlued(_ token: Int) -> Bool {
        token > 0
            && analysis.tokens[token - 1].utf8Range.upperBound
                == analysis.tokens[token].utf8Range.lowerBound
    }
}
