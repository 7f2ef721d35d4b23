public import Gazetteers
public import Geodesy
internal import Geoparsing
internal import Movements
internal import Resolving
internal import RouteMaps

/// A place that documents cite, once, with all its mentions.
public struct CitedPlace: Sendable {
    /// The identifier: the gazetteer's, or one made from the position or the words.
    public let id: String
    /// The name to show: the gazetteer's, or the words of the text.
    public let name: String
    /// The gazetteer's record, where there is one.
    public let place: Place?
    /// The position of the place; nil for what could not be located.
    public let coordinate: Coordinate?
    /// Where it is drawn, an area at its display point; nil for what could not be located.
    public let display: Coordinate?
    /// The mentions, in the order of the documents and their text; none of a port that was only taken.
    public internal(set) var mentions: [MentionReference]
    /// The mention whose place is surest; of a port that was only taken, one of what it was taken for.
    public internal(set) var surest: MentionReference
    /// How sure that one is, in 0...1.
    public internal(set) var confidence: Double
    /// What it is to the routes.
    public internal(set) var roles: Set<PlaceRole>
    /// Whether the gazetteer has places of the name that the text does not tell apart.
    public internal(set) var isUndecided = false
    /// Of a port that legs end at: the places named that it was taken for, areas and towns that no ship reaches.
    public internal(set) var takenFor: [String] = []

    /// Whether a text names it; else a leg was drawn to it.
    public var isNamed: Bool { !mentions.isEmpty }
}

/// Where a mention stands: the document and the toponym in it, by index.
public struct MentionReference: Sendable, Hashable {
    /// The index of the map.
    public var map: Int
    /// The index in that map's toponyms.
    public var toponym: Int
}

/// What a place is to the routes of a map.
public enum PlaceRole: String, Sendable, CaseIterable, Hashable {
    case origin, via, destination
    /// A port that legs end at for a place that the text names.
    case port
}

extension CitedPlace {
    /// Why it is not on the map, in one phrase; nil when it is.
    public var reasonNotLocated: String? {
        guard coordinate == nil else { return nil }
        return isUndecided
            ? "the text does not decide between several places of this name"
            : "no entry of this name in the gazetteer"
    }

    /// The places of maps in the order of first mention; organisations and page furniture are none.
    static func places(of maps: [RouteMap]) -> [CitedPlace] {
        var places: [CitedPlace] = []
        var positions: [String: Int] = [:]
        for (mapIndex, map) in maps.enumerated() {
            let roles = rolesOfToponyms(in: map)
            for (index, toponym) in map.toponyms.enumerated() where toponym.mention.use.isPlaced {
                let reference = MentionReference(map: mapIndex, toponym: index)
                let best = toponym.choice.best ?? toponym.choice.runnersUp.first
                let confidence = best?.confidence ?? toponym.mention.recognitionConfidence
                let id = toponym.placeKey
                if let position = positions[id] {
                    places[position].mentions.append(reference)
                    places[position].roles.formUnion(roles[index])
                    if confidence > places[position].confidence {
                        places[position].confidence = confidence
                        places[position].surest = reference
                    }
                } else {
                    positions[id] = places.count
                    places.append(
                        CitedPlace(
                            id: id, name: toponym.place?.name ?? toponym.mention.text,
                            place: toponym.place, coordinate: toponym.coordinate,
                            display: toponym.displayCoordinate,
                            mentions: [reference], surest: reference, confidence: confidence,
                            roles: roles[index],
                            isUndecided: toponym.place == nil
                                && !toponym.choice.runnersUp.isEmpty))
                }
            }
        }
        CitedPlace.addPorts(of: maps, to: &places, &positions)
        return places
    }

    /// Adds the ports that legs end at for the places named: where what is moved changes ship for road or rail.
    private static func addPorts(
        of maps: [RouteMap], to places: inout [CitedPlace], _ positions: inout [String: Int]
    ) {
        for (mapIndex, map) in maps.enumerated() {
            let ends = map.routes.flatMap(\.legs).flatMap { leg in
                [(leg.fromPlace, leg.from), (leg.toPlace, leg.to)]
            }
            for (port, toponym) in ends where map.toponyms.indices.contains(toponym) {
                let named = map.toponyms[toponym]
                guard let port, port.id != named.place?.id else { continue }
                let name = named.place?.name ?? named.mention.text
                let position = positions[port.id.rawValue] ?? places.count
                if position == places.count {
                    positions[port.id.rawValue] = position
                    places.append(
                        CitedPlace(
                            id: port.id.rawValue, name: port.name, place: port,
                            coordinate: port.coordinate, display: port.displayCoordinate,
                            mentions: [],
                            surest: MentionReference(map: mapIndex, toponym: toponym),
                            confidence: named.choice.best?.confidence
                                ?? named.mention.recognitionConfidence,
                            roles: []))
                }
                places[position].roles.insert(.port)
                if !places[position].takenFor.contains(name) {
                    places[position].takenFor.append(name)
                }
            }
        }
    }

    /// Places as a reader looks for them: the most mentioned first, of these the surest, then in the order of the text.
    static func ranked(_ places: [CitedPlace]) -> [CitedPlace] {
        places.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.mentions.count != second.mentions.count {
                return first.mentions.count > second.mentions.count
            }
            // To a percent, as it is shown: nobody sees why .991 should stand before .990.
            let (sure, other) = (
                (first.confidence * 100).rounded(), (second.confidence * 100).rounded()
            )
            return sure != other ? sure > other : a.offset < b.offset
        }.map(\.element)
    }

    private static func rolesOfToponyms(in map: RouteMap) -> [Set<PlaceRole>] {
        var roles = [Set<PlaceRole>](repeating: [], count: map.toponyms.count)
        func add(_ role: PlaceRole, to index: Int?) {
            guard let index, roles.indices.contains(index) else { return }
            roles[index].insert(role)
        }
        for route in map.routes {
            add(.origin, to: route.movement.origin)
            add(.destination, to: route.movement.destination)
            for index in route.movement.via { add(.via, to: index) }
        }
        return roles
    }
}

extension ResolvedToponym {
    /// What makes two mentions the same place: the record, else the position written, else the words.
    var placeKey: String {
        if let place { return place.id.rawValue }
        if let coordinate { return coordinate.textID }
        return "name:" + mention.text.lowercased()
    }
}
