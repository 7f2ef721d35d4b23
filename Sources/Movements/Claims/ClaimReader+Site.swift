internal import Gazetteers
internal import Geoparsing
internal import Language

extension ClaimReader {
    /// The zone or facility that a phrase tells the distance of, where it stands not just before it.
    ///
    /// "The works is being built 900 km east of": the site itself, or a noun that stands for one ("the plant"),
    /// precedes the phrase and nothing else begins between them. Whatever else a text speaks of close by, a quake
    /// or a convoy, is at that distance, not the site.
    func site(
        before token: Int, in analysis: Analysis, number: Int, except reference: Int,
        mentions: [Mention]
    ) -> Int? {
        let first = analysis.sentences[number].tokens.lowerBound
        var index = token - 1
        while index >= first, token - index <= Self.reach {
            let word = analysis.text(of: index).lowercased()
            if let named = namedSite(at: index, in: analysis, except: reference, mentions) {
                return isGoverned(mentions[named], in: analysis, from: first) ? nil : named
            }
            if small.has(word, .siteNoun) {
                // "The Kama works plant": the noun belongs to the name before it.
                if index > first,
                    let named = namedSite(at: index - 1, in: analysis, except: reference, mentions)
                {
                    return isGoverned(mentions[named], in: analysis, from: first) ? nil : named
                }
                return site(
                    meantBy: index, in: analysis, number: number, except: reference,
                    mentions: mentions)
            }
            if small.has(word, .determiner) || small.has(word, .conjunction)
                || small.has(word, .newPhrase)
            {
                return nil
            }
            index -= 1
        }
        return nil
    }

    /// How many words may stand between a site and its distance.
    private static let reach = 8

    /// The site whose name a token is part of.
    private func namedSite(
        at token: Int, in analysis: Analysis, except reference: Int, _ mentions: [Mention]
    ) -> Int? {
        let range = analysis.tokens[token].utf8Range
        let index = SentenceView.firstMention(endingAfter: range.lowerBound, mentions)
        guard index < mentions.count, mentions[index].utf8Range.overlaps(range),
            isSite(index, except: reference, mentions)
        else { return nil }
        return index
    }

    /// "Workers of the Kama works": the name only says more of another noun.
    private func isGoverned(_ mention: Mention, in analysis: Analysis, from first: Int) -> Bool {
        let before = analysis.tokens(overlapping: 0..<mention.utf8Range.lowerBound)
        guard var index = before.last else { return false }
        if index >= first, small.has(analysis.text(of: index).lowercased(), .determiner) {
            index -= 1
        }
        return index >= first && small.has(analysis.text(of: index).lowercased(), .newPhrase)
    }

    /// The named site that a noun stands for: "the plant" one told before, "a plant" one that the next sentence
    /// goes on about.
    private func site(
        meantBy noun: Int, in analysis: Analysis, number: Int, except reference: Int,
        mentions: [Mention]
    ) -> Int? {
        let first = analysis.sentences[number].tokens.lowerBound
        var start = noun
        while start > first, noun - start < 4,
            !small.has(analysis.text(of: start).lowercased(), .determiner)
        {
            start -= 1
        }
        let isDefinite = small.has(analysis.text(of: start).lowercased(), .definite)
        if isDefinite {
            for near in [number - 1, number - 2] where analysis.sentences.indices.contains(near) {
                if let site = sites(of: near, in: analysis, except: reference, mentions).last {
                    return site
                }
            }
        }
        guard analysis.sentences.indices.contains(number + 1),
            let site = sites(of: number + 1, in: analysis, except: reference, mentions).first
        else { return nil }
        return speaks(of: mentions[site], again: number + 1, in: analysis) ? site : nil
    }

    /// Whether a sentence goes on about a site before it names it: "It belongs to", "the plant in".
    private func speaks(
        of site: Mention, again number: Int, in analysis: Analysis
    ) -> Bool {
        var isDefinite = false
        for (place, token) in analysis.sentences[number].tokens.enumerated()
        where analysis.tokens[token].utf8Range.upperBound <= site.utf8Range.lowerBound {
            let word = analysis.text(of: token).lowercased()
            if place == 0, small.has(word, .pronoun) { return true }
            if isDefinite, small.has(word, .siteNoun) { return true }
            isDefinite = small.has(word, .definite)
        }
        return false
    }

    /// The sites named in a sentence, in order.
    private func sites(
        of number: Int, in analysis: Analysis, except reference: Int, _ mentions: [Mention]
    ) -> [Int] {
        let range = analysis.utf8Range(of: analysis.sentences[number].tokens)
        var index = SentenceView.firstMention(endingAfter: range.lowerBound, mentions)
        var found: [Int] = []
        while index < mentions.count, mentions[index].utf8Range.lowerBound < range.upperBound {
            if isSite(index, except: reference, mentions) { found.append(index) }
            index += 1
        }
        return found
    }

    private func isSite(_ index: Int, except reference: Int, _ mentions: [Mention]) -> Bool {
        let mention = mentions[index]
        let kinds = mention.expectedKinds + mention.candidates.prefix(1).map(\.place.kind)
        return index != reference && isSubject(mention)
            && (kinds.contains(.zone) || kinds.contains(.facility))
    }
}
