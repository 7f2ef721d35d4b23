/// Finds the day a text was published among the dates that stand around and above it.
///
/// A saved page often carries two: the day it was seen, at its top, and the article's, by the
/// headline. The article's counts. Dates inside sentences and captions say when something
/// happened and are never taken.
struct PublicationDateFinder {
    /// Where a date stands; the lesser is the better evidence.
    private enum Rank: Int {
        case labelled, confirmed, dateline, belowHeadline, yearlessDateline, top, updated, below
    }

    private struct Candidate {
        let rank: Rank
        let day: CalendarDate
        let utf8Range: Range<Int>
    }

    let lexicon: PageLexicon
    let paragraphs: [Paragraph]
    let texts: [Substring]
    /// The datelines, with the offsets they have in the whole text.
    let datelines: [(text: Substring, utf8Range: Range<Int>)]

    /// The publication date, if the text tells one.
    func date() -> PublicationDate? {
        var candidates: [Candidate] = []
        var ages: [(days: Int, utf8Range: Range<Int>)] = []
        let article = articleRange()
        for index in paragraphs.indices where isStampLike(index, article: article) {
            let label = label(of: index)
            for written in WrittenDate.dates(in: texts[index], lexicon: lexicon) {
                let range = utf8Range(of: written.range, in: index)
                switch written.value {
                case .day(let day):
                    let rank = label ?? rank(of: index, article: article)
                    candidates.append(Candidate(rank: rank, day: day, utf8Range: range))
                case .ago(let days): ages.append((days, range))
                case .yearless: break
                }
            }
        }
        candidates += confirmed(candidates, ages: ages)
        candidates += datelineCandidates(seen: candidates.map(\.day).max())
        let best = candidates.enumerated().min {
            ($0.element.rank.rawValue, $0.offset) < ($1.element.rank.rawValue, $1.offset)
        }
        return best.map {
            PublicationDate(day: $0.element.day, origin: .text(utf8Range: $0.element.utf8Range))
        }
    }

    /// From the headline, or the first running text, to the last running text.
    private func articleRange() -> Range<Int> {
        let first = paragraphs.firstIndex { $0.kind == .prose } ?? paragraphs.count
        let headline = paragraphs[..<first].firstIndex { $0.kind == .headline } ?? first
        let last = paragraphs.lastIndex { $0.kind == .prose } ?? paragraphs.count - 1
        return headline..<max(headline, last + 1)
    }

    /// Furniture before, or in, the article's head; behind it only the first few lines.
    private func isStampLike(_ index: Int, article: Range<Int>) -> Bool {
        guard texts[index].utf8.count <= 160, index < article.upperBound + 3 else { return false }
        return paragraphs[index].kind == .furniture
    }

    private func rank(of index: Int, article: Range<Int>) -> Rank {
        if index < article.lowerBound { return .top }
        return index < article.upperBound ? .belowHeadline : .below
    }

    private func label(of index: Int) -> Rank? {
        let words = ParagraphShape.words(of: String(texts[index]))
        guard let first = words.first else { return nil }
        for phrase in lexicon.starts[first, default: []] where words.starts(with: phrase.words) {
            if phrase.meaning == .published { return .labelled }
            if phrase.meaning == .updated { return .updated }
        }
        return nil
    }

    /// "712 days ago", counted from the day at the page's top: another date by the headline that
    /// agrees is confirmed; alone, the day so counted is as good as one written there.
    private func confirmed(
        _ candidates: [Candidate], ages: [(days: Int, utf8Range: Range<Int>)]
    ) -> [Candidate] {
        guard let seen = candidates.first(where: { $0.rank == .top })?.day else { return [] }
        return ages.compactMap { age in
            guard let day = seen.adding(days: -age.days) else { return nil }
            if let written = candidates.first(where: { $0.day == day && $0.rank != .top }) {
                return Candidate(rank: .confirmed, day: day, utf8Range: written.utf8Range)
            }
            return Candidate(rank: .belowHeadline, day: day, utf8Range: age.utf8Range)
        }
    }

    /// Dates inside datelines; one without a year is the last such day before the page was seen.
    private func datelineCandidates(seen: CalendarDate?) -> [Candidate] {
        datelines.flatMap { dateline in
            WrittenDate.dates(in: dateline.text, lexicon: lexicon).compactMap { written in
                let base = dateline.text.utf8
                let lower =
                    dateline.utf8Range.lowerBound
                    + base.distance(from: base.startIndex, to: written.range.lowerBound)
                let length = dateline.text[written.range].utf8.count
                let range = lower..<lower + length
                switch written.value {
                case .day(let day): return Candidate(rank: .dateline, day: day, utf8Range: range)
                case .yearless(let month, let number):
                    guard let seen else { return nil }
                    let days = [seen.year, seen.year - 1].compactMap {
                        CalendarDate(year: $0, month: month, day: number)
                    }
                    return days.first { $0 <= seen }.map {
                        Candidate(rank: .yearlessDateline, day: $0, utf8Range: range)
                    }
                case .ago: return nil
                }
            }
        }
    }

    private func utf8Range(of range: Range<Substring.Index>, in index: Int) -> Range<Int> {
        let utf8 = texts[index].utf8
        let lower =
            paragraphs[index].utf8Range.lowerBound
            + utf8.distance(from: utf8.startIndex, to: range.lowerBound)
        return lower..<lower + utf8.distance(from: range.lowerBound, to: range.upperBound)
    }
}
