public import Gazetteers
internal import Foundation
internal import Geodesy
public import Geoparsing

/// Finds the place that a person names on a command line: by name, by id, by code, by coordinates.
public struct PlaceFinder: Sendable {
    let gazetteer: Gazetteer
    private let positions: PositionReader?

    /// A finder over a gazetteer; with a reader of positions it reads the notations of running text, too.
    public init(gazetteer: Gazetteer, positions: PositionReader? = nil) {
        self.gazetteer = gazetteer
        self.positions = positions
    }

    /// The place meant by "Amirabad, Iran", "gn:13157242", "RUMCX" or "36.85,53.36".
    ///
    /// Kinds of place to prefer (a leg by sea wants ports) are given strongest wish first.
    ///
    /// - Throws: `PlaceFinderError`: coordinates out of range, or a name without an entry, with
    ///   what is close.
    public func find(
        _ text: String, preferring kinds: [PlaceKind] = []
    ) throws(PlaceFinderError) -> FoundPlace {
        let found = try find([text], preferring: kinds)
        guard let first = found.first else { throw .empty }
        return first
    }

    /// The places meant by several texts, which decide together as names of one text do: of the places of a name
    /// the one nearer to the others is likelier.
    ///
    /// - Throws: As for one, about the first that is not found.
    public func find(
        _ texts: [String], preferring kinds: [PlaceKind] = []
    ) throws(PlaceFinderError) -> [FoundPlace] {
        var choices: [NameChoice] = []
        for text in texts {
            if let position = try Self.position(text, by: positions) {
                choices.append(NameChoice(position: position))
                continue
            }
            let query = text.trimming
            if query.contains(":"), let place = gazetteer.place(PlaceID(rawValue: query)) {
                choices.append(NameChoice(position: .init(place: place, text: query)))
                continue
            }
            let ranked = ranked(query, preferring: kinds)
            guard !ranked.isEmpty else { throw .unknown(query, close: close(to: query)) }
            choices.append(NameChoice(text: query, candidates: ranked))
        }
        NameChoice.settle(&choices)
        return choices.map { found($0, preferring: kinds) }
    }

    /// The position of a text that is meant as coordinates; nil for a name.
    ///
    /// - Throws: `PlaceFinderError` for no text at all, and for coordinates that are none.
    public static func position(
        _ text: String, by reader: PositionReader? = nil
    ) throws(PlaceFinderError) -> FoundPlace? {
        let query = text.trimming
        guard !query.isEmpty else { throw .empty }
        guard query.contains(where: \.isNumber) else { return nil }
        do {
            return .init(coordinate: try Coordinate(parsing: query), text: query)
        } catch {
            if let position = reader?.position(query) {
                return .init(coordinate: position, text: query)
            }
            guard looksLikeCoordinates(query) else { return nil }
            throw .badCoordinates(reason: error.description)
        }
    }

    private func close(to query: String) -> [String] {
        var fuzzy = GazetteerQuery(
            name: query.split(separator: ",").first.map(String.init) ?? query)
        fuzzy.matching = .fuzzy
        fuzzy.limit = 5
        var names: [String] = []
        for match in gazetteer.search(fuzzy) where !names.contains(match.place.label) {
            names.append(match.place.label)
        }
        return Array(names.prefix(3))
    }

    /// Whether a text is meant as coordinates: it begins with a figure or a sign and has no word.
    private static func looksLikeCoordinates(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            ("0"..."9").contains(first) || "+-.\u{2212}".unicodeScalars.contains(first)
        else { return false }
        return text.contains(where: \.isNumber)
            && !text.split(whereSeparator: { !$0.isLetter }).contains { $0.count > 1 }
    }
}

extension Place {
    /// The place with its country, as a person would tell it apart: "Amirabad Port (IR)".
    public var label: String {
        country.map { "\(name) (\($0))" } ?? name
    }
}

extension String {
    var trimming: String {
        let trimmed = drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(trimmed[...last])
    }
}
