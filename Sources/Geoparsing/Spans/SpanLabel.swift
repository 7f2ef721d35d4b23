/// What a run of words names.
enum SpanLabel: Sendable {
    case place, demonym, person, organisation
    /// A set phrase with a place inside that names none: "West Nile virus".
    case expression
    /// A ship, whatever place it is called after: "the tanker Bergen".
    case vessel
}
