/// What a preposition or phrase makes of the place behind it; the raw values are those of the tables.
enum PlaceRole: String, Sendable, CaseIterable {
    case origin, destination, via, place, agent, theme, against, between
}
