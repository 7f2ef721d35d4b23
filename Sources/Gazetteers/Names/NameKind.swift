/// What a name is to its place.
public enum NameKind: String, Sendable, CaseIterable, Codable {
    /// The name the gazetteer displays.
    case primary
    /// Another name or spelling, in any language and script.
    case alternate
    /// A short form of the news: U.K., Calif., W.Va.
    case abbreviation
    /// A word for the people or the adjective: Iranian, Californian.
    case demonym
    /// A name no longer in use: Zaire, Leningrad.
    case historical
    /// A code: UN/LOCODE, IATA, ICAO, a postal code of a state.
    case code
}
