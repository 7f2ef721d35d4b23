internal import Foundation
internal import Gazetteers
internal import Language

/// The words that speak for or against a place, read from `Data/Lexicon/<language>`.
struct PlaceLexicon: Sendable {
    /// The classes of each word, by its folded form.
    private(set) var classes: [String: WordClasses] = [:]
    /// What a word before a name says for a place, in log odds.
    private(set) var weightBefore: [String: Float] = [:]
    /// What a word behind a name says for a place, in log odds.
    private(set) var weightAfter: [String: Float] = [:]
    /// What "for" says for a place behind a word of setting out: "left Izmail for Zeebrugge".
    private(set) var weightFor: [String: Float] = [:]
    /// The kinds of place a word asks for.
    private(set) var placeTypes: [String: [PlaceType]] = [:]
    /// Set phrases that name no place, as folded words, by their first word; the longest first.
    private(set) var expressions: [String: [[String]]] = [:]
    /// The phrases that open a bracket which credits reporters, as folded words.
    private(set) var credits: [[String]] = []

    /// The words that make a name a ship's.
    private(set) var vessels = VesselWords()
    /// The words that tell of languages.
    private(set) var tongues = TongueWords()

    /// Reads the lexicon of a folder.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(folder: URL) throws(LanguageError) {
        classes.reserveCapacity(60_000)
        try readLists(folder)
        try readPlaceTypes(folder)
        for row in try rows("person-words", in: folder, ["word", "role"]) {
            switch row["role"] {
            case "title": add(.title, to: row["word"])
            case "kin": add(.kin, to: row["word"])
            case "suffix": add(.nameSuffix, to: row["word"])
            default: throw row.error("role", "not one of title, kin, suffix")
            }
        }
        for row in try rows("organisation-words", in: folder, ["word", "role"]) {
            switch row["role"] {
            case "head": add(.organisationHead, to: row["word"])
            case "of": add(.organisationOf, to: row["word"])
            case "paper": add([.organisationHead, .paper], to: row["word"])
            case "body": add(.body, to: row["word"])
            case "team": add(.team, to: row["word"])
            case "firm": add(.firm, to: row["word"])
            default: throw row.error("role", "not one of head, of, paper, body, team, firm")
            }
        }
        for row in try rows("government-words", in: folder, ["form", "sort"]) {
            add(row["sort"] == "auxiliary" ? .auxiliary : .governmentVerb, to: row["form"])
        }
        for row in try rows("place-context", in: folder, ["word", "side"]) {
            let weight = Float(try row.number("weight") ?? 0)
            switch row["side"] {
            case "before": weightBefore[row["word"]] = weight
            case "after": weightAfter[row["word"]] = weight
            case "for": weightFor[row["word"]] = weight
            default: throw row.error("side", "not one of before, after, for")
            }
        }
        for row in try rows("expressions", in: folder, ["phrase"]) {
            let words = try row.required("phrase").split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            expressions[first, default: []].append(words)
        }
        for first in expressions.keys.sorted() {
            expressions[first]?.sort { $0.count > $1.count }
        }
        for row in try rows("credit-words", in: folder, ["phrase"]) {
            let words = try row.required("phrase").split(separator: " ").map(String.init)
            credits.append(words)
        }
        for row in try rows("look-alikes", in: folder, ["word"]) {
            let word = try row.required("word")
            let isUpper = word == word.uppercased()
            add(isUpper ? .upperLookAlike : .lookAlike, to: word.lowercased())
        }
        for row in try rows("vessel-words", in: folder, ["word", "role"]) {
            guard let role = try row.value("role", as: VesselWords.Role.self) else {
                throw row.error("role", "must not be empty")
            }
            let word = try row.required("word")
            if role == .sign {
                add(.vesselSign, to: word)
                continue
            }
            vessels.add(word, as: role)
            add(.vesselWord, to: word)
            if let first = word.split(separator: " ").first { add(.vesselWord, to: String(first)) }
        }
        for row in try rows("tongues", in: folder, ["word", "role"]) {
            guard let role = try row.value("role", as: TongueWords.Role.self) else {
                throw row.error("role", "must not be empty")
            }
            let word = try row.required("word")
            tongues.add(word, as: role)
            if role == .tongue { add(.tongue, to: word) }
        }
        for row in try rows("name-words", in: folder, ["word", "role"]) {
            guard let role = Self.nameRoles[row["role"]] else {
                throw row.error("role", "not a known role")
            }
            add(role, to: row["word"])
        }
    }

    /// The roles of `name-words.tsv`.
    private static let nameRoles: [String: WordClasses] = [
        "direction": .direction, "connector": .connector, "preposition": .preposition,
        "function": .function, "zone": .zoneQualifier, "calendar": .calendar, "join": .join,
        "and": .and, "article": .article, "definite": .definite, "of": .of, "in": .inside,
        "on": .upon, "at": .place, "for": .goal, "by": .agent, "passing": .passing,
        "capital": .capital, "naming": .naming, "party": .party,
        "municipal": .municipal,
    ]

    /// The classes of a folded word.
    func classes(of word: String) -> WordClasses { classes[word] ?? [] }

    private mutating func add(_ value: WordClasses, to word: String) {
        classes[word, default: []].formUnion(value)
    }

    private func rows(
        _ table: String, in folder: URL, _ columns: [String]
    ) throws(LanguageError) -> [LexiconRow] {
        let url = folder.appending(path: table + ".tsv")
        return try LexiconTable(contentsOf: url, requiring: columns).rows
    }

    private mutating func readPlaceTypes(_ folder: URL) throws(LanguageError) {
        for row in try rows("place-types", in: folder, ["word", "side", "kinds", "span"]) {
            let word = try row.required("word")
            guard let side = try row.value("side", as: PlaceType.Side.self) else {
                throw row.error("side", "must not be empty")
            }
            var kinds: [PlaceKind] = []
            for name in row.list("kinds") {
                guard let kind = PlaceKind(rawValue: name) else {
                    throw row.error("kinds", "no kind of place: \(name)")
                }
                kinds.append(kind)
            }
            placeTypes[word, default: []].append(
                PlaceType(
                    side: side, kinds: kinds, isPartOfName: try row.flag("span"),
                    inheritsPosition: try row.flag("inherits")))
            switch side {
            case .before: add(.placeTypeBefore, to: word)
            case .after: add(.placeTypeAfter, to: word)
            case .of: add(.placeTypeOf, to: word)
            case .afterList, .ofList: break
            }
        }
    }

    private mutating func readLists(_ folder: URL) throws(LanguageError) {
        // A surname of one in ten thousand is frequent enough to rival a small town's name.
        let frequentShare = 0.01
        var frequent: [String] = []
        for (file, value) in [
            ("given-names-us", WordClasses.givenName), ("given-names", .givenName),
            ("surnames-us", .surname), ("common-words", .common),
        ] {
            try WordListReader.forEachWord(in: folder.appending(path: file + ".tsv")) {
                word, share in
                add(value, to: word)
                if value == .surname, let share, share >= frequentShare { frequent.append(word) }
            }
        }
        for word in frequent { add(.frequentSurname, to: word) }
    }
}
