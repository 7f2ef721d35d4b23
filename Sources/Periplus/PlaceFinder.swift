public import Gazetteers
internal import Foundation
internal import Geodesy
public import Geoparsing

/// Finds the place that a person names on a command line: by name, by id, by code, by coordinates.
public struct PlaceFinder: Sendable {
    private let gazetteer: Gazetteer
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
        if let position = try Self.position(text, by: positions) { return position }
        let query = text.trimming
        if query.contains(":"), let place = gazetteer.place(PlaceID(rawValue: query)) {
            return .init(place: place, text: query)
        }
        let ranked = ranked(query, preferring: kinds)
        guard let best = ranked.first else {
            throw .unknown(query, close: close(to: query))
        }
        let others = ranked.dropFirst().filter { $0.kind == best.kind || $0.name == best.name }
        return .init(place: best, others: Array(others.prefix(5)), text: query)
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

    /// The places a query may mean, best first.
    private func ranked(_ query: String, preferring kinds: [PlaceKind]) -> [Place] {
        let code = query.filter { $0 != " " }
        if code.count == 5, code == code.uppercased() {
            let coded = gazetteer.matches(for: code).filter { $0.kind == .code }.map(\.place)
            if !coded.isEmpty { return coded }
        }
        let parts = query.split(separator: ",").map { String($0).trimming }.filter { !$0.isEmpty }
        var matches = gazetteer.matches(for: query)
        if parts.count > 1 {
            let containers = parts.dropFirst().map { gazetteer.matches(for: $0).map(\.place) }
            let named = gazetteer.matches(for: parts[0])
            let inside = named.filter { match in
                containers.allSatisfy { $0.contains { match.place.lies(in: $0) } }
            }
            matches = matches + inside
        }
        return
            matches
            .filter { $0.kind != .demonym }
            .map { (place: $0.place, weight: weight(of: $0, preferring: kinds)) }
            .sorted { ($0.weight, $1.place.id) > ($1.weight, $0.place.id) }
            .map(\.place)
    }

    /// How likely a person means this place, without any context, in decimal orders of population.
    ///
    /// The better the name fits, the larger and the more wished for, the likelier.
    private func weight(of match: NameMatch, preferring kinds: [PlaceKind]) -> Double {
        let size: Double =
            switch match.place.kind {
            case .country, .continent: 8
            case .sea, .region: 6.5
            case .admin1, .strait, .canal: 6
            // Ports known from one list alone are of rank 1; those confirmed by others stand higher.
            case .port: match.place.rank > 1 ? 4.5 : 3
            case .airport: 4
            // A city goes before the county or department around it of the same name.
            case .admin2: max(2, log10(Double(max(1, match.place.population))) - 1)
            default: match.place.population > 0 ? log10(Double(match.place.population)) : 2
            }
        let wish =
            kinds.firstIndex(of: match.place.kind)
            .map { 4 - Double($0) } ?? 0
        let danger = match.isDangerous ? -3.0 : 0
        return size + wish + danger + 8 * (match.quality - 1)
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
    /// Whether a place lies in another by country and first-level division.
    fileprivate func lies(in area: Place) -> Bool {
        switch area.kind {
        case .country: country == area.country
        case .admin1: country == area.country && admin1 == area.admin1
        case .admin2: country == area.country && admin2 == area.admin2
        default: area.extent?.contains(coordinate) ?? false
        }
    }

    /// The place with its country, as a person would tell it apart: "Amirabad Port (IR)".
    public var label: String {
        country.map { "\(name) (\($0))" } ?? name
    }
}

extension String {
    fileprivate var trimming: String {
        let trimmed = drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(trimmed[...last])
    }
}
