internal import Documents
internal import Gazetteers
internal import Geoparsing
internal import Language

/// Finds distances and directions from named places: "about 40 km north of Mopti".
struct ClaimReader: Sendable {
    let words: DistanceWords
    let small: FunctionWords

    /// Reads a document's claims into a result, with the mentions that they need.
    func read(_ document: Document, _ analysis: Analysis, into result: inout StatedMovements) {
        let given = result.mentions
        let furniture = document.paragraphs.filter { $0.kind == .furniture }.map(\.utf8Range)
        var paragraph = 0
        for (number, sentence) in analysis.sentences.enumerated() {
            let place = analysis.utf8Range(of: sentence.tokens)
            while paragraph < furniture.count, furniture[paragraph].upperBound <= place.lowerBound {
                paragraph += 1
            }
            if paragraph < furniture.count, furniture[paragraph].overlaps(place) { continue }
            let lowers = sentence.tokens.map { analysis.text(of: $0).lowercased() }
            var index = 0
            while index < lowers.count {
                guard let phrase = phrase(in: lowers, at: index) else {
                    index += 1
                    continue
                }
                let first = sentence.tokens.lowerBound
                if let claim = claim(
                    phrase, from: first + index, in: analysis, number: number, mentions: given)
                {
                    add(claim, saying: String(document.text(at: claim.utf8Range)), to: &result)
                }
                index += phrase.count
            }
        }
    }

    private func add(_ claim: StatedClaim, saying text: String, to result: inout StatedMovements) {
        var claim = claim
        if claim.subject == nil {
            guard claim.kilometres != nil, claim.bearing != nil else {
                if claim.kilometres != nil { result.claims.append(claim) }
                return
            }
            result.mentions.append(
                Mention(utf8Range: claim.utf8Range, text: text, kind: .description))
            claim.subject = result.mentions.count - 1
        }
        result.claims.append(claim)
    }

    /// The words of a distance, a direction or both, up to the reference.
    struct Phrase {
        var count: Int
        var kilometres: ClosedRange<Double>?
        var bearing: StatedClaim.StatedBearing?
    }

    /// "About 40 km north of", "several hundred miles from", "east of".
    func phrase(in lowers: [String], at start: Int) -> Phrase? {
        var index = start
        var phrase = Phrase(count: 0)
        if let (count, kilometres) = distance(in: lowers, at: index)
            ?? journey(in: lowers, at: index)
        {
            phrase.kilometres = kilometres
            index += count
            if index < lowers.count, lowers[index] == "(" {
                guard let close = lowers[index..<min(index + 8, lowers.count)].firstIndex(of: ")")
                else { return nil }
                index = close + 1
            }
            while index < lowers.count, small.has(lowers[index], .distanceFiller) {
                index += 1
            }
        }
        guard index < lowers.count else { return nil }
        if let (count, bearing) = words.directions.match(lowers, at: index) {
            phrase.bearing = bearing
            index += count
        }
        guard phrase.kilometres != nil || phrase.bearing != nil, index < lowers.count,
            small.has(lowers[index], .reference)
        else { return nil }
        if phrase.kilometres == nil, !small.has(lowers[index], .possessive) { return nil }
        phrase.count = index + 1 - start
        return phrase
    }

    /// A distance with what softens it, as an interval in kilometres.
    private func distance(in lowers: [String], at start: Int) -> (Int, ClosedRange<Double>)? {
        guard let (read, amount) = amount(in: lowers, at: start) else { return nil }
        var index = start + read
        guard index < lowers.count, let (length, unit) = words.lengths.match(lowers, at: index)
        else { return nil }
        index += length
        return (index - start, (amount.lowerBound * unit)...(amount.upperBound * unit))
    }

    /// A number with what softens it, and how many words it takes.
    func amount(in lowers: [String], at start: Int) -> (Int, ClosedRange<Double>)? {
        var index = start
        var factor: ClosedRange<Double>?
        if let (count, range) = words.factors.match(lowers, at: index) {
            factor = range
            index += count
        }
        guard index < lowers.count, let (count, number, isExact) = number(in: lowers, at: index)
        else { return nil }
        return (index + count - start, softened(number, by: factor, isExact: isExact))
    }

    /// A number give or take a tenth, or what "about" makes of it.
    private func softened(
        _ number: ClosedRange<Double>, by factor: ClosedRange<Double>?, isExact: Bool
    ) -> ClosedRange<Double> {
        if let factor {
            return (number.lowerBound * factor.lowerBound)...(number.upperBound * factor.upperBound)
        }
        guard isExact, number.lowerBound == number.upperBound else { return number }
        return (number.lowerBound * 0.9)...(number.upperBound * 1.1)
    }

    /// A number in digits or words, a range of two, or a vague count.
    private func number(
        in lowers: [String], at start: Int
    ) -> (Int, ClosedRange<Double>, isExact: Bool)? {
        var index = start
        guard let first = plain(in: lowers, at: &index) else {
            if let (count, range) = words.counts.match(lowers, at: start) {
                return (count, range, false)
            }
            return nil
        }
        if index + 1 < lowers.count, small.has(lowers[index], .range) {
            var next = index + 1
            if let second = plain(in: lowers, at: &next), second >= first {
                return (next - start, first...second, false)
            }
        }
        if index < lowers.count, lowers[index] == "-" { index += 1 }
        return (index - start, first...first, true)
    }

    private func plain(in lowers: [String], at index: inout Int) -> Double? {
        guard index < lowers.count else { return nil }
        let digits = lowers[index].filter { $0 != "," }
        if digits.first?.isNumber == true, let value = Double(digits), value < 1e6 {
            index += 1
            if index < lowers.count, let times = words.multipliers[lowers[index]] {
                index += 1
                return value * times
            }
            return value
        }
        guard var value = words.numbers[lowers[index]] else { return nil }
        index += 1
        while index < lowers.count {
            if let times = words.multipliers[lowers[index]] {
                value *= times
            } else if lowers[index] == "-", index + 1 < lowers.count,
                let more = words.numbers[lowers[index + 1]], more < 10
            {
                value += more
                index += 1
            } else {
                break
            }
            index += 1
        }
        return value
    }
}
