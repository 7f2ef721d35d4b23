internal import Language

/// The words by which a language other than English says how much, from `quantities.tsv`.
struct QuantityWords: Sendable {
    /// What a word does in a quantity; the raw values are those of the table.
    enum Kind: String, Sendable {
        /// A number in words, and what makes one larger: "thousand".
        case number
        /// What is measured by: "tonnes".
        case unit
        /// A unit that says how many by itself: Arabic "two tonnes".
        case amount
        /// What stands between a number, its unit and what is moved: "of".
        case filler
        /// What may stand between what is moved and its quantity behind it: "in a volume of", an opening bracket.
        case behind
    }

    private var words = WordPatterns<Kind>()

    /// No words at all.
    init() {}

    /// Reads the rows of the table.
    init(_ rows: [LexiconRow]) throws(LanguageError) {
        for row in rows {
            guard let kind = try row.value("kind", as: Kind.self) else { continue }
            words.add(try row.required("word"), kind)
        }
    }

    /// How many words before what is moved are looked at.
    private static let reach = 12
    /// How many words of another kind may stand before what is moved, behind a unit and behind a bare number.
    private static let mostOthers = (behindUnit: 2, behindNumber: 1)

    /// The quantity of what is moved, in UTF-8 bytes: just before it, else just behind it.
    ///
    /// - Parameters:
    ///   - cargo: The words that are moved.
    ///   - sentence: The words of the sentence.
    ///   - dates: The words that say when, whose numbers are none of a quantity.
    /// - Returns: The number with its unit; nil where none stands there.
    func quantity(
        of cargo: Range<Int>, in sentence: [PlainWord], besides dates: [Range<Int>]
    ) -> Range<Int>? {
        let labels = labels(of: sentence, besides: dates)
        return (before(cargo.lowerBound, sentence, labels) ?? behind(cargo.upperBound, labels))
            .map { sentence.utf8Range(of: $0) }
    }

    private func labels(of sentence: [PlainWord], besides dates: [Range<Int>]) -> [Kind?] {
        var labels = [Kind?](repeating: nil, count: sentence.count)
        var index = 0
        while index < sentence.count {
            if dates.contains(where: { $0.contains(index) }) {
                index += 1
            } else if let (count, kind) = words.match(sentence, at: index) {
                for place in index..<index + count { labels[place] = kind }
                index += count
            } else {
                if sentence[index].isFigure { labels[index] = .number }
                index += 1
            }
        }
        return labels
    }

    private func before(
        _ cargo: Int, _ sentence: [PlainWord], _ labels: [Kind?]
    ) -> Range<Int>? {
        var (start, end): (Int?, Int?)
        var (others, hasUnit) = (0, false)
        walk: for index in (max(0, cargo - Self.reach)..<cargo).reversed() {
            switch labels[index] {
            case .number:
                if end == nil { end = index }
                start = index
            case .unit:
                if end == nil { end = index }
                hasUnit = true
            case .amount:
                if end == nil { end = index }
                start = index
                hasUnit = true
                break walk
            case .filler: continue
            case .behind, nil:
                if start != nil || sentence[index].isMark { break walk }
                if !sentence[index].isMention { others += 1 }
                if others > Self.mostOthers.behindUnit { return nil }
            }
        }
        guard let start, let end,
            others <= (hasUnit ? Self.mostOthers.behindUnit : Self.mostOthers.behindNumber)
        else { return nil }
        return start..<end + 1
    }

    /// A number with its unit that follows at once, or behind a word or mark that opens it.
    private func behind(_ end: Int, _ labels: [Kind?]) -> Range<Int>? {
        var start = end
        while start < labels.count, labels[start] == .behind { start += 1 }
        var last = start
        while last < labels.count,
            labels[last] == .number || labels[last] == .unit || labels[last] == .filler
        {
            last += 1
        }
        while last > start, labels[last - 1] == .filler { last -= 1 }
        guard start < last, labels[start] == .number, labels[start..<last].contains(.unit) else {
            return nil
        }
        return start..<last
    }
}
