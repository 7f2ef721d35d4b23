/// What the lexicon knows of a word.
struct WordClasses: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    static let givenName = WordClasses(rawValue: 1 << 0)
    static let surname = WordClasses(rawValue: 1 << 1)
    /// Written small in ordinary text, so that a capital letter alone makes no name of it.
    static let common = WordClasses(rawValue: 1 << 2)
    static let title = WordClasses(rawValue: 1 << 3)
    static let kin = WordClasses(rawValue: 1 << 4)
    static let nameSuffix = WordClasses(rawValue: 1 << 5)
    /// Ends an organisation's name: University.
    static let organisationHead = WordClasses(rawValue: 1 << 6)
    /// Opens an organisation's name before "of": Bank of.
    static let organisationOf = WordClasses(rawValue: 1 << 7)
    /// An office of the place it follows: Police, Council.
    static let body = WordClasses(rawValue: 1 << 8)
    static let team = WordClasses(rawValue: 1 << 9)
    static let firm = WordClasses(rawValue: 1 << 10)
    static let placeTypeBefore = WordClasses(rawValue: 1 << 11)
    static let placeTypeAfter = WordClasses(rawValue: 1 << 12)
    static let placeTypeOf = WordClasses(rawValue: 1 << 13)
    static let calendar = WordClasses(rawValue: 1 << 14)
    static let governmentVerb = WordClasses(rawValue: 1 << 15)
    static let auxiliary = WordClasses(rawValue: 1 << 16)
    /// A compass word that may open a name: North, Southern.
    static let direction = WordClasses(rawValue: 1 << 17)
    /// May stand small inside a name: of, de, al.
    static let connector = WordClasses(rawValue: 1 << 18)
    static let preposition = WordClasses(rawValue: 1 << 19)
    /// A pronoun, article or the like, never part of a name.
    static let function = WordClasses(rawValue: 1 << 20)
    /// Makes a zone of what stands before it: special, economic, free, industrial.
    static let zoneQualifier = WordClasses(rawValue: 1 << 21)
    /// Both a frequent surname: `surname` alone may be rare.
    static let frequentSurname = WordClasses(rawValue: 1 << 22)
    /// Ends a newspaper's name: Times, Gazette.
    static let paper = WordClasses(rawValue: 1 << 23)
    /// Better known as a firm's, group's or people's name than as the place's.
    static let lookAlike = WordClasses(rawValue: 1 << 24)
    /// So in capitals alone: IMO.
    static let upperLookAlike = WordClasses(rawValue: 1 << 25)
    /// Opens a phrase that makes a name a ship's: tanker, M/V.
    static let vesselWord = WordClasses(rawValue: 1 << 26)
    /// Tells of ships: crew, rudder.
    static let vesselSign = WordClasses(rawValue: 1 << 27)
    /// Small words by what they do: join names (and, or), the first of these alone, stand before a noun (a, the), before a known
    /// one (the), say whose (of), where (in, on, at), what for (for), by whom (by).
    static let join = WordClasses(rawValue: 1 << 28)
    static let and = WordClasses(rawValue: 1 << 29)
    static let article = WordClasses(rawValue: 1 << 30)
    static let definite = WordClasses(rawValue: 1 << 31)
    static let of = WordClasses(rawValue: 1 << 32)
    static let inside = WordClasses(rawValue: 1 << 33)
    static let upon = WordClasses(rawValue: 1 << 34)
    static let place = WordClasses(rawValue: 1 << 35)
    static let goal = WordClasses(rawValue: 1 << 36)
    static let agent = WordClasses(rawValue: 1 << 37)
    /// Stands between two names and tells nothing of them: now.
    static let passing = WordClasses(rawValue: 1 << 38)
    /// Says that a place is another's capital.
    static let capital = WordClasses(rawValue: 1 << 39)
    /// Stands before a ship's name: named, called.
    static let naming = WordClasses(rawValue: 1 << 40)
    /// A party's letter or letters, joined before a state: D-Texas.
    static let party = WordClasses(rawValue: 1 << 41)
    /// A language's name: Turkish, Farsi.
    static let tongue = WordClasses(rawValue: 1 << 42)
    /// Ends a town's full name, or opens that of its offices: City.
    static let municipal = WordClasses(rawValue: 1 << 43)
}
