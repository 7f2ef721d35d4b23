/// What a run of words names.
enum SpanLabel: Sendable {
    case place, demonym, person, organisation
}
