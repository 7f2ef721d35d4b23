internal import Gazetteers
internal import Language

/// Finds the names of the gazetteer in a text by the forms that a grammar allows them.
struct NameScanner {
    let gazetteer: Gazetteer
    let grammar: NameGrammar
    let analysis: Analysis

    /// The most words of a name, and the most ideographs.
    private static let mostWords = 6
    private static let mostIdeographs = 12
    /// The most steps taken for one name, whatever forms its words have.
    private static let mostSteps = 300
    /// More places of one name than this cannot be told apart by a text.
    private static let mostCandidates = 40

    /// The longest name that begins with a token; nil where none does.
    ///
    /// - Parameters:
    ///   - token: The index of the token.
    ///   - end: The token that it must end before.
    func longestName(at token: Int, before end: Int) -> FoundName? {
        isIdeograph(token)
            ? longestIdeographs(at: token, before: end) : longestWords(at: token, before: end)
    }

    /// The name that some tokens are, whole; without its generic ending where it is not known with it.
    func name(of tokens: Range<Int>) -> FoundName? {
        guard !tokens.isEmpty else { return nil }
        var end = tokens.upperBound
        // "the port of Amirabad" in Chinese ends in a word for the port.
        repeat {
            if let found = longestName(at: tokens.lowerBound, before: end),
                found.tokens.upperBound == end
            {
                return found
            }
            end -= 1
        } while end > tokens.lowerBound + 1 && isIdeograph(end)
        return latinName(of: tokens)
    }

    /// The place that some tokens name, where the gazetteer has it in Latin letters only.
    private func latinName(of tokens: Range<Int>) -> FoundName? {
        let words = tokens.filter(isWord)
        guard let last = words.last, words.count <= 2 else { return nil }
        let head = words.count == 2 ? grammar.latin(of: NameFolding.bytes(text(of: words[0]))) : [[]]
        for form in grammar.forms(of: bytes(of: last), isFirst: false) {
            for end in grammar.latin(of: form.folded) {
                for start in head.prefix(Self.mostHeads) {
                    let latin = start.isEmpty ? end : start + [0x20] + end
                    guard gazetteer.test(foldedUTF8: latin).isName else { continue }
                    let places = candidates(of: [latin], writtenFirst: false)
                    guard !places.isEmpty else { continue }
                    return FoundName(
                        utf8Range: analysis.utf8Range(of: tokens), tokens: tokens,
                        candidates: places, isWritten: false, isDemonym: false)
                }
            }
        }
        return nil
    }

    /// The most ways in which the first of two words is tried in Latin.
    private static let mostHeads = 8

    /// Whether a token is an ideograph or a syllable of kana, which stand without spaces.
    func isIdeograph(_ token: Int) -> Bool {
        (0xE3...0xE9).contains(analysis.utf8[analysis.tokens[token].utf8Range.lowerBound])
            && !analysis.tokens[token].isPunctuation
    }

    // MARK: Ideographs

    private func longestIdeographs(at token: Int, before end: Int) -> FoundName? {
        var longest: FoundName?
        var folded: [UInt8] = []
        for index in token..<min(end, token + Self.mostIdeographs) where isIdeograph(index) {
            guard index == token || isJoined(index - 1) else { break }
            folded += NameFolding.bytes(text(of: index))
            guard index > token || folded.count > 3, gazetteer.test(foldedUTF8: folded).isName
            else { continue }
            let places = candidates(of: [folded], writtenFirst: true)
            guard !places.isEmpty else { continue }
            longest = FoundName(
                utf8Range: analysis.utf8Range(of: token..<(index + 1)),
                tokens: token..<(index + 1), candidates: places, isWritten: true, isDemonym: false)
        }
        return longest
    }

    /// Whether nothing stands between a token and the next one.
    private func isJoined(_ token: Int) -> Bool {
        analysis.tokens[token].utf8Range.upperBound
            == analysis.tokens[token + 1].utf8Range.lowerBound && isIdeograph(token + 1)
    }

    // MARK: Words

    /// The names that end with one token.
    private struct Ending {
        var end: Int
        var texts: [[UInt8]]
        var isWritten: Bool
        var cut: Int
    }

    private func longestWords(at token: Int, before end: Int) -> FoundName? {
        var best: Ending?
        var steps = 0
        func extend(_ run: NameRun, _ text: [UInt8], at index: Int, isWritten: Bool, cut: Int) {
            let isFirst = index == token
            for form in grammar.forms(of: bytes(of: index), isFirst: isFirst) {
                steps += 1
                guard steps <= Self.mostSteps else { return }
                var run = run
                let test = run.append(foldedToken: form.folded)
                let text = isFirst ? form.folded : text + [0x20] + form.folded
                let isWritten = isWritten && form.isWritten
                let cut = isFirst ? form.cut : cut
                if test.isName { take(text, index + 1, isWritten, cut) }
                if test.beginsName, let next = next(index, before: end),
                    next - token < 2 * Self.mostWords
                {
                    extend(run, text, at: next, isWritten: isWritten, cut: cut)
                }
            }
        }
        func take(_ text: [UInt8], _ end: Int, _ isWritten: Bool, _ cut: Int) {
            guard end >= (best?.end ?? 0) else { return }
            if best?.end == end {
                best?.texts.append(text)
            } else {
                best = Ending(end: end, texts: [text], isWritten: isWritten, cut: cut)
            }
        }
        extend(gazetteer.run(), [], at: token, isWritten: true, cut: 0)
        let demonym = demonym(at: token)
        guard let best else { return demonym }
        let candidates = candidates(of: best.texts, writtenFirst: best.isWritten)
        if let demonym, best.end == token + 1,
            candidates.first.map({ $0.place.kind != .country }) ?? true
        {
            return demonym
        }
        guard !candidates.isEmpty else { return nil }
        let place = analysis.utf8Range(of: token..<best.end)
        return FoundName(
            utf8Range: (place.lowerBound + best.cut)..<place.upperBound,
            tokens: token..<best.end, candidates: candidates, isWritten: best.isWritten,
            isDemonym: false)
    }

    private func demonym(at token: Int) -> FoundName? {
        let matches = grammar.countries(ofDemonym: Array(bytes(of: token))).compactMap { id in
            gazetteer.place(id).map {
                NameMatch(
                    place: $0, name: String(decoding: bytes(of: token), as: UTF8.self),
                    kind: .demonym, quality: NameMatch.Quality.folded)
            }
        }
        guard !matches.isEmpty else { return nil }
        return FoundName(
            utf8Range: analysis.tokens[token].utf8Range, tokens: token..<(token + 1),
            candidates: matches, isWritten: true, isDemonym: true)
    }

    /// The token of the next word of a name: behind one space, a hyphen or an apostrophe.
    private func next(_ token: Int, before end: Int) -> Int? {
        var next = token + 1
        guard next < end else { return nil }
        if analysis.tokens[token].isFollowedBySpace {
            return isWord(next) ? next : nil
        }
        guard analysis.tokens[next].isPunctuation, Self.joints.contains(text(of: next)),
            !analysis.tokens[next].isFollowedBySpace
        else { return nil }
        next += 1
        return next < end && isWord(next) ? next : nil
    }

    private static let joints: Set<String> = ["-", "‑", "–", "'", "’"]

    private func isWord(_ token: Int) -> Bool {
        !analysis.tokens[token].isPunctuation && !analysis.tokens[token].isSpace
    }

    // MARK: Candidates

    /// The places of some names, the best known first; of those not as written only what stands for it.
    private func candidates(of texts: [[UInt8]], writtenFirst: Bool) -> [NameMatch] {
        var known: Set<PlaceID> = []
        var all: [(match: NameMatch, weight: Double)] = []
        for (index, text) in texts.enumerated() {
            let isWritten = index == 0 && writtenFirst
            for var match in gazetteer.matches(
                for: String(decoding: text, as: UTF8.self), limit: Self.mostCandidates)
            where match.kind != .code && match.kind != .demonym && known.insert(match.place.id).inserted
            {
                if !isWritten { match.quality = min(match.quality, Self.inflected) }
                var weight = Double(match.place.rank) - (match.kind == .historical ? 2 : 0)
                if isWritten { weight += match.quality >= NameMatch.Quality.exact ? 2 : 0.5 }
                all.append((match, weight))
            }
        }
        // The order of the gazetteer is kept among those as well known.
        return all.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }.prefix(Self.mostCandidates).map(\.element.match)
    }

    /// How well a name fits that is found by another ending.
    private static let inflected = 0.9

    private func bytes(of token: Int) -> ArraySlice<UInt8> {
        analysis.utf8[analysis.tokens[token].utf8Range]
    }

    private func text(of token: Int) -> String {
        String(decoding: bytes(of: token), as: UTF8.self)
    }
}
