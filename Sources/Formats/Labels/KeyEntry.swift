internal import Gazetteers
internal import Movements
internal import RouteMaps

/// A line of the legend: a mark of the map and what it means.
struct KeyEntry: Hashable {
    /// What the mark is.
    enum Mark: Hashable {
        /// A line in the colour of a mode.
        case mode(TransportMode)
        /// A line of a status.
        case status(Movement.Status)
        /// A line that is no real course.
        case schematic
        /// A light arrow between areas.
        case arrow
        /// A broad line.
        case broad
        /// The end of a route.
        case end
        /// An area.
        case area
        /// A place that no route goes to.
        case mention
    }

    let mark: Mark
    let words: String

    /// The marks that occur on a map of an atlas, in the order of a legend.
    static func entries(of atlas: Atlas) -> [KeyEntry] {
        let routes = atlas.maps.flatMap(\.routes)
        let legs = routes.flatMap(\.legs)
        let drawn = routes.filter { !$0.legs.isEmpty }
        var entries = TransportMode.allCases.filter { mode in legs.contains { $0.mode == mode } }
            .map { KeyEntry(mark: .mode($0), words: $0.words) }
        for status in Movement.Status.allCases where status != .asserted {
            if drawn.contains(where: { $0.movement.status == status }) {
                entries.append(KeyEntry(mark: .status(status), words: status.words))
            }
        }
        if legs.contains(where: { $0.isSchematic && !$0.isArrow }) {
            entries.append(KeyEntry(mark: .schematic, words: "schematic, no real course"))
        }
        if legs.contains(where: \.isArrow) {
            entries.append(KeyEntry(mark: .arrow, words: "between areas"))
        }
        if atlas.flows.contains(where: { $0.routes > 1 }) {
            entries.append(KeyEntry(mark: .broad, words: "the broader, the more often stated"))
        }
        let places = atlas.places.filter { $0.display != nil }
        let kinds: [(KeyEntry.Mark, String, (CitedPlace) -> Bool)] = [
            (.end, "stop of a route", { !$0.roles.isEmpty && !$0.isArea }),
            (.area, "area", { $0.isArea }),
            (.mention, "only mentioned", { $0.roles.isEmpty && !$0.isArea }),
        ]
        for (mark, words, holds) in kinds where places.contains(where: holds) {
            entries.append(KeyEntry(mark: mark, words: words))
        }
        return entries
    }
}

extension CitedPlace {
    /// Whether it is drawn as an area, not as a point.
    var isArea: Bool { place.map { !$0.kind.isPoint } ?? false }
}
