/// What a text has spoken of, for words that point back.
struct Discourse: Sendable {
    /// What moved last, and the number of the sentence that said so.
    var themes: [(sentence: Int, theme: Theme)] = []
    /// Where things were said to be before they moved.
    var sightings: [Sighting] = []
    /// The places of the last subject that was a country or its people, and its sentence.
    var subject: (sentence: Int, ends: [End])?
    /// Where the last movement of this text ended.
    var destination: (sentence: Int, mention: Int)?
    /// The number of the sentence being read.
    var sentence = 0
    /// How many sentences back a pronoun reaches.
    static let reach = 3

    /// The last thing that moved, of a kind where one is asked for.
    func lastTheme(_ isWanted: (Theme) -> Bool) -> Theme? {
        themes.last { sentence - $0.sentence <= Self.reach && isWanted($0.theme) }?.theme
    }
}
