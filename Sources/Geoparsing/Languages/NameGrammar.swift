public import Foundation
internal import Gazetteers
public import Language

/// How names stand in the texts of a language: with what endings, joined to what, and which words only look like names.
///
/// Read from a folder of `Data/Lexicon` but that of English, which has a recogniser of its own. Each table may be missing:
/// without any, names are looked for as they are written.
///
/// - `endings.tsv` (`ending bases`): endings, and what a name may have in their place; `-` for nothing
/// - `particles.tsv` (`particle base`): what may stand joined before a name, and what a name may have in its place
/// - `demonyms.tsv` (`place forms`): adjectives and peoples by the identifier of their country; `*` stands for up to four
///   letters more
/// - `letters.tsv` (`letters latin`): how names are written in Latin letters, likelier ways first
/// - `homographs.tsv` (`word`): words that are towns somewhere, and common words or names of persons here
public struct NameGrammar: Sendable {
    /// The two-letter code of the language.
    public let language: String
    private var endings: [[UInt8]: [[UInt8]]] = [:]
    private var longestEnding = 0
    private var particles: [(particle: [UInt8], base: [UInt8])] = []
    private var demonyms: [[UInt8]: [PlaceID]] = [:]
    private var demonymStems: [[UInt8]: [PlaceID]] = [:]
    private var homographs: Set<[UInt8]> = []
    private var letters: [[UInt8]: [[UInt8]]] = [:]
    private var longestLetters = 0

    /// The most letters, in bytes, that an adjective's stem may be followed by.
    private static let longestDemonymEnding = 8
    /// The fewest bytes that are left of a word without its ending.
    private static let leastStem = 3
    /// The most forms of a word.
    private static let mostForms = 24
    /// The most bytes of a word that is tried in Latin.
    private static let longestName = 64
    /// The most ways in which a word is written in Latin.
    private static let mostLatin = 64

    /// The grammar of a language without tables.
    public init(language: String) {
        self.language = language
    }

    /// Reads the tables of a folder, which is named for its language.
    /// - Throws: `LanguageError` naming the file and line.
    public init(folder: URL) throws(LanguageError) {
        language = folder.lastPathComponent
        func rows(_ name: String, _ columns: [String]) throws(LanguageError) -> [LexiconRow] {
            let url = folder.appending(path: name + ".tsv")
            guard FileManager.default.fileExists(atPath: url.path) else { return [] }
            return try LexiconTable(contentsOf: url, requiring: columns).rows
        }
        for row in try rows("endings", ["ending", "bases"]) {
            let ending = NameFolding.bytes(try row.required("ending"))
            guard !ending.isEmpty else { continue }
            longestEnding = max(longestEnding, ending.count)
            for base in row.list("bases", separator: ",") {
                let base = base == "-" ? [] : NameFolding.bytes(base)
                guard base != ending, endings[ending]?.contains(base) != true else { continue }
                endings[ending, default: []].append(base)
            }
        }
        for row in try rows("particles", ["particle", "base"]) {
            let particle = Array(try row.required("particle").utf8)
            particles.append((particle, Array(row["base"].utf8)))
        }
        particles.sort { $0.particle.count > $1.particle.count }
        for row in try rows("demonyms", ["place", "forms"]) {
            let place = PlaceID(rawValue: try row.required("place"))
            for form in row.list("forms") {
                let folded = NameFolding.bytes(form)
                if form.hasSuffix("*") {
                    demonymStems[folded, default: []].append(place)
                } else {
                    demonyms[folded, default: []].append(place)
                }
            }
        }
        for row in try rows("letters", ["letters", "latin"]) {
            let folded = NameFolding.bytes(try row.required("letters"))
            let latin = row.list("latin", separator: ",").map { Array($0.utf8) }
            guard letters[folded] == nil else { continue }
            letters[folded] = latin.isEmpty ? [[]] : latin
            longestLetters = max(longestLetters, folded.count)
        }
        for row in try rows("homographs", ["word"]) {
            homographs.insert(NameFolding.bytes(try row.required("word")))
        }
    }

    /// Whether a word, folded, is more often something else than a place.
    func isHomograph(_ folded: [UInt8]) -> Bool { homographs.contains(folded) }

    /// The countries whose adjective or people a word is, and how many of its bytes stand before it.
    func countries(ofDemonym word: some Collection<UInt8>) -> (places: [PlaceID], cut: Int) {
        for form in forms(of: word, isFirst: true) where form.change != .ending {
            let folded = form.folded
            if let places = demonyms[folded] { return (places, form.cut) }
            for length in stride(
                from: folded.count, through: max(3, folded.count - Self.longestDemonymEnding),
                by: -1)
            {
                if let places = demonymStems[Array(folded.prefix(length))] {
                    return (places, form.cut)
                }
            }
        }
        return ([], 0)
    }

    /// The forms under which a word may stand in the gazetteer.
    ///
    /// - Parameters:
    ///   - word: The word in UTF-8.
    ///   - isFirst: Whether particles may stand joined before it.
    /// - Returns: The word as it is written first, then its forms, those nearest to it first.
    func forms(of word: some Collection<UInt8>, isFirst: Bool) -> [NameForm] {
        var forms: [NameForm] = []
        var known: Set<[UInt8]> = []
        func add(_ folded: [UInt8], cut: Int, _ change: FoundName.Change) {
            guard !folded.isEmpty, forms.count < Self.mostForms, known.insert(folded).inserted
            else { return }
            forms.append(NameForm(folded: folded, cut: cut, change: change))
        }
        let whole = NameFolding.bytes(String(decoding: word, as: UTF8.self))
        add(whole, cut: 0, .none)
        addBases(of: whole) { add($0, cut: 0, .ending) }
        guard isFirst else { return forms }
        for (particle, base) in particles where word.starts(with: particle) {
            let rest = word.dropFirst(particle.count)
            guard rest.count > Self.leastStem else { continue }
            let folded = NameFolding.bytes(String(decoding: base + rest, as: UTF8.self))
            // What the particle has taken into itself is a part of the name: "lil-" is "li-" and "al-".
            let cut = base.isEmpty ? particle.count : 0
            add(folded, cut: cut, .particle)
            addBases(of: folded) { add($0, cut: cut, .ending) }
        }
        return forms
    }

    /// The ways in which a folded word may be written in Latin, likelier ones first; none where a letter has none.
    func latin(of folded: [UInt8]) -> [[UInt8]] {
        guard !letters.isEmpty, folded.count <= Self.longestName else { return [] }
        var ways: [[UInt8]] = [[]]
        var at = 0
        while at < folded.count {
            guard
                let length = stride(from: min(longestLetters, folded.count - at), to: 0, by: -1)
                    .first(where: { letters[Array(folded[at..<(at + $0)])] != nil }),
                let latin = letters[Array(folded[at..<(at + length)])]
            else { return [] }
            // Each place's likeliest way first, and no more ways than can be tried.
            ways = Array(latin.flatMap { end in ways.map { $0 + end } }.prefix(Self.mostLatin))
            at += length
        }
        return ways
    }

    private func addBases(of folded: [UInt8], _ add: ([UInt8]) -> Void) {
        guard longestEnding > 0 else { return }
        for length in stride(from: min(longestEnding, folded.count - Self.leastStem), to: 0, by: -1)
        {
            for base in endings[Array(folded.suffix(length))] ?? [] {
                add(folded.dropLast(length) + base)
            }
        }
    }
}
