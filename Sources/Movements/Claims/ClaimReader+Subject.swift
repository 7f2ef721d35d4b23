internal import Geoparsing
internal import Language

extension ClaimReader {
    /// The claim that a phrase makes, where a named place follows it.
    func claim(
        _ phrase: Phrase, from token: Int, in analysis: Analysis, number: Int, mentions: [Mention]
    ) -> StatedClaim? {
        let end = token + phrase.count
        guard
            let reference = reference(after: end, in: analysis, number: number, mentions: mentions)
        else { return nil }
        let start = analysis.tokens[token].utf8Range.lowerBound
        let range = start..<mentions[reference].utf8Range.upperBound
        let subject = subject(
            before: token, after: reference, in: analysis, number: number, mentions: mentions)
        return StatedClaim(
            utf8Range: range, subject: subject, reference: reference,
            kilometres: phrase.kilometres, bearing: phrase.bearing)
    }

    /// The named place behind "of", perhaps with "the city of" before it.
    private func reference(
        after token: Int, in analysis: Analysis, number: Int, mentions: [Mention]
    ) -> Int? {
        let sentence = analysis.sentences[number].tokens
        guard sentence.contains(token) else { return nil }
        let offset = analysis.tokens[token].utf8Range.lowerBound
        let index = SentenceView.firstMention(endingAfter: offset, mentions)
        guard index < mentions.count, mentions[index].use.isPlaced, mentions[index].kind != .demonym
        else { return nil }
        let gap = analysis.tokens(
            overlapping: offset..<max(offset, mentions[index].utf8Range.lowerBound))
        let last = analysis.utf8Range(of: sentence).upperBound
        guard gap.count <= 4, mentions[index].utf8Range.upperBound <= last,
            gap.allSatisfy({ analysis.tokens[$0].isAlphabetic })
        else { return nil }
        return index
    }

    /// The place that the claim is about: just before it, else the site it is told of.
    private func subject(
        before token: Int, after reference: Int, in analysis: Analysis, number: Int,
        mentions: [Mention]
    ) -> Int? {
        let start = analysis.tokens[token].utf8Range.lowerBound
        let sentence = analysis.utf8Range(of: analysis.sentences[number].tokens)
        var index = SentenceView.firstMention(endingAfter: start, mentions) - 1
        if index >= 0, mentions[index].utf8Range.upperBound > start { index -= 1 }
        // "Paulsboro, 10 miles south of": nothing but marks and small words between.
        if index >= 0, mentions[index].utf8Range.lowerBound >= sentence.lowerBound,
            isSubject(mentions[index])
        {
            let gap = analysis.tokens(overlapping: mentions[index].utf8Range.upperBound..<start)
            if gap.count <= 5,
                gap.allSatisfy({ small.has(analysis.text(of: $0).lowercased(), .besideClaim) })
            {
                var subject = index
                while let inner = innerOf(subject, in: mentions, from: sentence.lowerBound) {
                    subject = inner
                }
                return subject
            }
        }
        return site(
            before: token, in: analysis, number: number, except: reference, mentions: mentions)
    }

    /// "Yelabuga, Tatarstan, 900 km east of": the claim is about the inner of the two.
    private func innerOf(_ outer: Int, in mentions: [Mention], from start: Int) -> Int? {
        guard outer > 0, mentions[outer - 1].container == outer,
            mentions[outer - 1].utf8Range.lowerBound >= start
        else { return nil }
        return outer - 1
    }

    func isSubject(_ mention: Mention) -> Bool {
        mention.use == .literal && mention.kind == .name
    }
}
