internal import Gazetteers
internal import Language

/// Finds the names of the gazetteer in a text by the forms that a grammar allows them.
struct NameScanner {
    let gazetteer: Gazetteer
    let grammar: NameGrammar
    let analysis: Analysis
    private let known = KnownCandidates()

    init(gazetteer: Gazetteer, grammar: NameGrammar, analysis: Analysis) {
        self.gazetteer = gazetteer
        self.grammar = grammar
        self.analysis = analysis
    }

    /// The most words of a name, and the most ideographs.
    private static let mostWords = 6
    private static let mostIdeographs = 12
    /// The most steps taken for one name, whatever forms its words have.
    private static let mostSteps = 300
    /// More places of one name than this cannot be told apart by a text.
    private static let mostCandidates = 40

    /// The names that begin with a token.
    ///
    /// - Parameters:
    ///   - token: The index of the token.
    ///   - end: The token that they must end before.
    /// - Returns: What the gazetteer has, the longest first.
    func names(at token: Int, before end: Int) -> [FoundName] {
        isIdeograph(token) ? ideographs(at: token, before: end) : words(at: token, before: end)
    }

    /// The name that some tokens are, whole; without its generic ending where it is not known with it.
    func name(of tokens: Range<Int>) -> FoundName? {
        guard !tokens.isEmpty else { return nil }
        let found = names(at: tokens.lowerBound, before: tokens.upperBound)
        // "the port of Amirabad" in Chinese ends in a word for the port.
        let least = isIdeograph(tokens.upperBound - 1) ? tokens.lowerBound + 2 : tokens.upperBound
        return found.first { $0.tokens.upperBound >= min(least, tokens.upperBound) }
            ?? latinName(of: tokens)
    }

    /// The place that some tokens name, where the gazetteer has it in Latin letters only.
    private func latinName(of tokens: Range<Int>) -> FoundName? {
        let words = tokens.filter(isWord)
        guard let last = words.last, words.count <= 2 else { return nil }
        let head =
            words.count == 2 ? grammar.latin(of: NameFolding.bytes(text(of: words[0]))) : [[]]
        for form in grammar.forms(of: bytes(of: last), isFirst: false) {
            for end in grammar.latin(of: form.folded) {
                for start in head.prefix(Self.mostHeads) {
                    let latin = start.isEmpty ? end : start + [0x20] + end
                    guard gazetteer.test(foldedUTF8: latin).isName else { continue }
                    let range = analysis.utf8Range(of: tokens)
                    let places = candidates(of: [latin], writtenFirst: false, as: range)
                    guard !places.isEmpty else { continue }
                    return FoundName(
                        utf8Range: range, tokens: tokens, candidates: places, name: latin,
                        change: .ending, isDemonym: false)
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

    private func ideographs(at token: Int, before end: Int) -> [FoundName] {
        var found: [FoundName] = []
        var folded: [UInt8] = []
        for index in token..<min(end, token + Self.mostIdeographs) where isIdeograph(index) {
            guard index == token || isJoined(index - 1) else { break }
            folded += NameFolding.bytes(text(of: index))
            guard index > token, gazetteer.test(foldedUTF8: folded).isName else { continue }
            let range = analysis.utf8Range(of: token..<(index + 1))
            let places = candidates(of: [folded], writtenFirst: true, as: range)
            guard !places.isEmpty else { continue }
            found.append(
                FoundName(
                    utf8Range: range, tokens: token..<(index + 1), candidates: places,
                    name: folded, change: .none, isDemonym: false))
        }
        return found.reversed()
    }

    /// Whether nothing stands between a token and the next one.
    private func isJoined(_ token: Int) -> Bool {
        analysis.tokens[token].utf8Range.upperBound
            == analysis.tokens[token + 1].utf8Range.lowerBound && isIdeograph(token + 1)
    }

    // MARK: Words

    /// The names that end with one token.
    private struct Ending {
        var texts: [[UInt8]]
        var change: FoundName.Change
        var cut: Int
    }

    private func words(at token: Int, before limit: Int) -> [FoundName] {
        var endings: [Int: Ending] = [:]
        var steps = 0
        func extend(
            _ run: NameRun, _ text: [UInt8], at index: Int, _ change: FoundName.Change, cut: Int
        ) {
            let isFirst = index == token
            // "d'Ivoire" is one word of a name, "Mersin'den" a name and its ending.
            for end in [joined(index, before: limit), index + 1].compactMap({ $0 }) {
                let word = analysis.utf8[analysis.utf8Range(of: index..<end)]
                for form in grammar.forms(of: word, isFirst: isFirst) {
                    steps += 1
                    guard steps <= Self.mostSteps else { return }
                    var run = run
                    let test = run.append(foldedToken: form.folded)
                    let text = isFirst ? form.folded : text + [0x20] + form.folded
                    let change = max(change, form.change)
                    let cut = isFirst ? form.cut : cut
                    if test.isName {
                        endings[end, default: Ending(texts: [], change: change, cut: cut)]
                            .texts.append(text)
                    }
                    if test.beginsName, let next = next(end - 1, before: limit),
                        next - token < 2 * Self.mostWords
                    {
                        extend(run, text, at: next, change, cut: cut)
                    }
                }
            }
        }
        extend(gazetteer.run(), [], at: token, .none, cut: 0)
        var found = endings.sorted { $0.key > $1.key }.compactMap { end, ending in
            let range = analysis.utf8Range(of: token..<end)
            let place = (range.lowerBound + ending.cut)..<range.upperBound
            let candidates = candidates(
                of: ending.texts, writtenFirst: ending.change == .none, as: place)
            return candidates.isEmpty
                ? nil
                : FoundName(
                    utf8Range: place, tokens: token..<end, candidates: candidates,
                    name: ending.texts[0], change: ending.change, isDemonym: false)
        }
        if let demonym = demonym(at: token) {
            // What is a country's name and an adjective is the country.
            let index = found.firstIndex {
                $0.tokens == demonym.tokens && $0.candidates[0].place.kind == .country
            }
            if index == nil { found = found.filter { $0.tokens.count > 1 } + [demonym] }
        }
        return found
    }

    private func demonym(at token: Int) -> FoundName? {
        let (countries, cut) = grammar.countries(ofDemonym: bytes(of: token))
        let word = text(of: token)
        let matches = countries.compactMap { id in
            gazetteer.place(id).map {
                NameMatch(
                    place: $0, name: word, kind: .demonym, quality: NameMatch.Quality.folded)
            }
        }
        guard !matches.isEmpty else { return nil }
        let range = analysis.tokens[token].utf8Range
        return FoundName(
            utf8Range: (range.lowerBound + cut)..<range.upperBound, tokens: token..<(token + 1),
            candidates: matches, name: NameFolding.bytes(word), change: .none, isDemonym: true)
    }

    /// Where a capital word ends that an apostrophe joins to the token's; nil where none does.
    private func joined(_ token: Int, before end: Int) -> Int? {
        guard token + 2 < end, !analysis.tokens[token].isFollowedBySpace,
            !analysis.tokens[token + 1].isFollowedBySpace,
            Self.apostrophes.contains(text(of: token + 1)),
            analysis.tokens[token + 2].isCapitalised
        else { return nil }
        return token + 3
    }

    private static let apostrophes: Set<String> = ["'", "’", "ʼ"]

    /// The token of the next word of a name: behind one space or a hyphen.
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

    private static let joints: Set<String> = ["-", "‑", "–"]

    private func isWord(_ token: Int) -> Bool {
        !analysis.tokens[token].isPunctuation && !analysis.tokens[token].isSpace
    }

    // MARK: Candidates

    /// The places of some names, the best known first; of those not as written only what stands for it.
    ///
    /// Where the text has the marks that others leave out, only names with the same marks are meant.
    private func candidates(
        of texts: [[UInt8]], writtenFirst: Bool, as range: Range<Int>
    ) -> [NameMatch] {
        let name = KnownCandidates.Name(
            written: String(decoding: analysis.utf8[range], as: UTF8.self), texts: texts,
            writtenFirst: writtenFirst)
        return known.candidates(of: name) { candidates(of: name) }
    }

    private func candidates(of name: KnownCandidates.Name) -> [NameMatch] {
        let written = name.written
        var known: Set<PlaceID> = []
        var all: [(match: NameMatch, weight: Double)] = []
        for (index, text) in name.texts.enumerated() {
            let isWritten = index == 0 && name.writtenFirst
            for var match in gazetteer.matches(
                for: isWritten ? written : String(decoding: text, as: UTF8.self),
                limit: Self.mostCandidates)
            where match.kind != .code && match.kind != .demonym
                && known.insert(match.place.id).inserted
            {
                if !isWritten { match.quality = min(match.quality, Self.inflected) }
                var weight = Double(match.place.rank) - (match.kind == .historical ? 2 : 0)
                if isWritten { weight += match.quality >= NameMatch.Quality.exact ? 2 : 0.5 }
                all.append((match, weight))
            }
        }
        if written.unicodeScalars.contains(where: {
            $0.properties.generalCategory == .nonspacingMark
        }) {
            let exact = all.filter { $0.match.quality >= NameMatch.Quality.exact }
            if !exact.isEmpty { all = exact }
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
