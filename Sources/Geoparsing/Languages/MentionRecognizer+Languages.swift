public import Documents
internal import Gazetteers
public import Language

extension MentionRecognizer {
    /// The mentions of a document in another language than English, in the order of the text and without overlaps.
    ///
    /// Taken are the longest names that the gazetteer has, in the forms of the language, as far as they are well known;
    /// the others are found where the reader of the movements sees a name.
    public func mentions(
        in document: Document, analysis: Analysis, grammar: NameGrammar
    ) -> [Mention] {
        let scanner = NameScanner(gazetteer: gazetteer, grammar: grammar, analysis: analysis)
        let furniture = document.paragraphs.filter { $0.kind == .furniture }.map(\.utf8Range)
        let written = writtenPositions(in: analysis.utf8)
        let positions = written.map(\.utf8Range).sorted { $0.lowerBound < $1.lowerBound }
        var mentions: [Mention] = []
        for sentence in analysis.sentences where !Task.isCancelled {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard
                    let found = acceptable(
                        scanner, grammar, at: token, in: sentence.tokens, of: analysis),
                    !positions.containsOverlap(with: found.utf8Range)
                else {
                    token += 1
                    continue
                }
                token = found.tokens.upperBound
                guard !furniture.containsOverlap(with: found.utf8Range) else { continue }
                var mention = mention(of: found, in: analysis.utf8, probability: Self.known)
                if document.datelines.containsOverlap(with: found.utf8Range) {
                    mention.use = .dateline
                }
                mentions.append(mention)
            }
        }
        mentions += written.map {
            Mention(
                utf8Range: $0.utf8Range,
                text: String(decoding: analysis.utf8[$0.utf8Range], as: UTF8.self),
                kind: .coordinate, coordinate: $0.coordinate)
        }
        var ordered = Mention.inTextOrder(mentions)
        ordered.linkNeighbouringContainers(in: analysis.utf8)
        return ordered
    }

    /// The mentions with further names among them, which no gazetteer need know.
    public func adding(
        _ names: [(utf8Range: Range<Int>, probability: Double)], to mentions: [Mention],
        of analysis: Analysis, grammar: NameGrammar, datelines: [Range<Int>] = []
    ) -> [Mention] {
        let scanner = NameScanner(gazetteer: gazetteer, grammar: grammar, analysis: analysis)
        let places = names.map(\.utf8Range)
        // What the reader sees as a part of a longer name is none of its own.
        var all = mentions.filter { !places.containsOverlap(with: $0.utf8Range) }
        for index in all.indices { all[index].container = nil }
        for name in names {
            if let found = scanner.name(of: analysis.tokens(overlapping: name.utf8Range)) {
                all.append(mention(of: found, in: analysis.utf8, probability: name.probability))
            } else {
                all.append(
                    Mention(
                        utf8Range: name.utf8Range,
                        text: String(decoding: analysis.utf8[name.utf8Range], as: UTF8.self),
                        recognitionConfidence: name.probability))
            }
        }
        for index in all.indices where datelines.containsOverlap(with: all[index].utf8Range) {
            all[index].use = .dateline
        }
        var ordered = Mention.inTextOrder(all)
        ordered.linkNeighbouringContainers(in: analysis.utf8)
        return ordered
    }

    /// How surely a well-known name is a place.
    private static let known = 0.85
    /// From how well known a place is taken by its name alone, by `Place.rank`: a city of 30,000.
    private static let leastRank = 5
    /// The same for a name in a script without capitals that is not written as the gazetteer has it.
    private static let leastRankOfForm = 7
    /// And the bytes of a name that may be less known: five letters of Arabic.
    private static let leastBytesOfForm = 10
    /// The same for a name of two ideographs, most of which are common words too: a city of 300,000.
    private static let leastRankOfTwo = 6

    private func mention(of found: FoundName, in utf8: [UInt8], probability: Double) -> Mention {
        Mention(
            utf8Range: found.utf8Range,
            text: String(decoding: utf8[found.utf8Range], as: UTF8.self),
            kind: found.isDemonym ? .demonym : .name, candidates: found.candidates,
            recognitionConfidence: probability)
    }

    /// The longest name at a token that is well enough known.
    private func acceptable(
        _ scanner: NameScanner, _ grammar: NameGrammar, at token: Int, in sentence: Range<Int>,
        of analysis: Analysis
    ) -> FoundName? {
        let first = analysis.tokens[token]
        guard !first.isPunctuation, !first.isSpace, !first.isLikeNumber else { return nil }
        let hasCase = Self.hasCase(analysis.utf8[first.utf8Range])
        let isIdeographic = scanner.isIdeograph(token)
        return scanner.names(at: token, before: sentence.upperBound).first { found in
            if found.isDemonym { return true }
            let best = found.candidates[0].place
            // "mer Noire", "mar Caribe": what a water is comes first, and is no name.
            let isWater = found.tokens.count > 1 && best.kind.isWater
            guard !hasCase || first.isCapitalised || isWater else { return false }
            if !hasCase, !isLongEnough(found, best) { return false }
            if best.kind == .country || found.tokens.count >= (isIdeographic ? 4 : 2) {
                return best.rank >= 3 || best.kind != .city
            }
            let written = String(decoding: analysis.utf8[found.utf8Range], as: UTF8.self)
            guard !grammar.isHomograph(found.name),
                !grammar.isHomograph(NameFolding.bytes(written))
            else { return false }
            let isShort = isIdeographic && found.tokens.count == 2
            // A harbour or a terminal is little known, but its name is long.
            let isSite = isIdeographic && !isShort && best.kind != .city
            return isSite || best.rank >= (isShort ? Self.leastRankOfTwo : Self.leastRank)
        }
    }

    /// Whether a name in a script without capitals, changed by what is joined to it, is well known or long enough.
    private func isLongEnough(_ found: FoundName, _ best: Place) -> Bool {
        switch found.change {
        case .none: true
        case .particle:
            best.rank >= Self.leastRankOfForm || found.name.count >= Self.leastBytesOfForm
        case .ending: best.rank >= Self.leastRankOfForm
        }
    }

    /// Whether a word begins with a letter that has another case.
    private static func hasCase(_ word: ArraySlice<UInt8>) -> Bool {
        guard let scalar = String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first
        else {
            return false
        }
        return scalar.properties.isCased
    }

    private func writtenPositions(in utf8: [UInt8]) -> [WrittenCoordinate] {
        CoordinateFinder(utf8: utf8, words: positionWords).find()
    }
}
