internal import Gazetteers
internal import Geodesy
internal import Geoparsing

/// Finds the ports of an area: those that the text names in it, else its main ones.
struct PortFinder: Sendable {
    private let gazetteer: Gazetteer
    private let list: PortList

    init(gazetteer: Gazetteer, list: PortList) {
        self.gazetteer = gazetteer
        self.list = list
    }

    /// How many ports are chosen from, and how many the interval is made from.
    private static let mostLikely = 4
    private static let mostPlausible = 8
    /// How far a port may lie from the middle of the city it belongs to, in kilometres.
    private static let cityReach = 15.0
    /// How far an area may reach for a port to stand for it: the Baltics, not Africa.
    private static let farthestReach = 1_500.0

    /// The ports of an area; nil where it has none that ships reach, or is too large for one to stand for it.
    func ports(of area: ResolvedToponym, _ question: PortQuestion) -> PortCandidates? {
        guard let place = area.place else { return nil }
        if let named = named(in: place, near: area, question) { return named }
        guard place.kind != .continent,
            place.kind.isAdministrative || area.reach.kilometres <= Self.farthestReach
        else { return nil }
        func fits(_ port: Place) -> Bool {
            question.basins.isEmpty || port.basin.map(question.basins.contains) ?? false
        }
        let all = main(of: place).filter(fits)
        let loading = all.filter { port in
            !question.cargoes.isEmpty
                && !(port.harbour?.cargoes ?? []).isDisjoint(with: question.cargoes)
        }
        // A port of one cargo alone is none for the others.
        let general = all.filter { port in
            let cargoes = port.harbour?.cargoes ?? []
            return cargoes.isEmpty || cargoes.contains(.general)
        }
        let sized = !loading.isEmpty ? loading : general.isEmpty ? all : general
        let sizes = Dictionary(grouping: sized) { $0.basin ?? 0 }.compactMapValues { ports in
            ports.compactMap(\.harbour?.size).max()
        }
        guard let largest = sizes.values.max() else {
            return smaller(of: place, question).map {
                PortCandidates(likely: [$0], plausible: [$0])
            }
        }
        let middle = place.displayCoordinate
        let order = sized.map { (port: $0, metres: Self.metres($0.coordinate, middle)) }
            .sorted { ($0.metres, $0.port.id) < ($1.metres, $1.port.id) }.map(\.port)
        // The largest on each of its seas: Bandar Abbas, and Anzali on the Caspian.
        func isLikely(_ port: Place) -> Bool {
            let size = port.harbour?.size ?? .verySmall
            return size >= .main && size == sizes[port.basin ?? 0]
        }
        let main = Self.spread(order.filter { $0.harbour?.size == largest })
        let likely = main + order.filter { isLikely($0) && !main.contains($0) }.prefix(2)
        let rest = order.filter { port in
            let size = port.harbour?.size ?? .verySmall
            return !likely.contains(port) && (size >= .main || size == largest)
        }
        return PortCandidates(
            likely: likely, plausible: Array((likely + rest).prefix(Self.mostPlausible)))
    }

    /// Whether an area is a country without a coast.
    func isLandlocked(_ area: Place) -> Bool {
        area.kind == .country && main(of: area).isEmpty && smaller(of: area, PortQuestion()) == nil
    }

    /// Of ports in order the first, then always the one farthest from those taken.
    ///
    /// Of many ports of one size those on other coasts are no less likely than the neighbours.
    private static func spread(_ ports: [Place]) -> [Place] {
        guard ports.count > mostLikely, let first = ports.first else { return ports }
        var taken = [first]
        var left = Array(ports.dropFirst())
        while taken.count < mostLikely {
            let apart = left.indices.max { one, other in
                nearest(left[one], taken) < nearest(left[other], taken)
            }
            guard let apart else { break }
            taken.append(left.remove(at: apart))
        }
        return taken
    }

    private static func nearest(_ port: Place, _ others: [Place]) -> Double {
        others.map { metres(port.coordinate, $0.coordinate) }.min() ?? 0
    }

    /// The ports that the text names in an area, the one nearest in the text to be chosen.
    private func named(
        in area: Place, near mention: ResolvedToponym, _ question: PortQuestion
    ) -> PortCandidates? {
        let position = mention.mention.utf8Range.lowerBound
        let ports = question.toponyms.filter { toponym in
            toponym.mention.use == .literal && toponym.place.map { isPort($0) } ?? false
                && toponym.place?.id != area.id
        }.sorted {
            abs($0.mention.utf8Range.lowerBound - position)
                < abs($1.mention.utf8Range.lowerBound - position)
        }
        var found: [Place] = []
        for port in ports.compactMap(\.place) {
            guard !found.contains(where: { $0.id == port.id }), holds(area, port),
                question.basins.isEmpty || port.basin.map(question.basins.contains) ?? false
            else { continue }
            found.append(port)
            if found.count == Self.mostPlausible { break }
        }
        guard let first = found.first else { return nil }
        return PortCandidates(likely: [first], plausible: found, areNamed: true)
    }

    /// Whether ships call at a place: a port on the water, or a city with a port that is not small.
    private func isPort(_ place: Place) -> Bool {
        switch place.kind {
        case .port:
            return place.isHarbour
        case .city:
            guard place.distanceToSea.map({ $0.kilometres <= 30 }) ?? false,
                let code = place.country
            else { return false }
            return list.ports(ofCountry: code).contains { port in
                Self.metres(port.coordinate, place.coordinate) <= Self.cityReach * 1_000
            }
        default:
            return false
        }
    }

    /// The ports of known size in an area.
    private func main(of area: Place) -> [Place] {
        let ports =
            area.kind.isAdministrative
            ? list.ports(ofCountry: area.country ?? "") : list.all
        return ports.filter { port in
            (port.distanceToSea.map { $0.kilometres <= 120 } ?? false) && holds(area, port)
        }
    }

    /// The port that most lists have in an area without one of known size, nearest to its people.
    private func smaller(of area: Place, _ question: PortQuestion) -> Place? {
        let around = gazetteer.places(
            near: area.displayCoordinate, within: Distance(kilometres: Self.farthestReach),
            kinds: [.port], limit: 2_000)
        let ports = around.filter { port in
            port.isHarbour && holds(area, port)
                && (question.basins.isEmpty || port.basin.map(question.basins.contains) ?? false)
        }
        let most = ports.map(\.rank).max()
        return ports.first { $0.rank == most }
    }

    /// Whether a place lies in an area.
    private func holds(_ area: Place, _ other: Place) -> Bool {
        switch area.kind {
        case .country:
            return area.country == other.country
        case .admin1, .admin2:
            guard area.country == other.country,
                area.extent?.contains(other.coordinate) ?? true
            else { return false }
            // Ports have no divisions of their own in the tables; the city they lie at has.
            let city =
                other.admin1 == nil
                ? gazetteer.places(
                    near: other.coordinate, within: Distance(kilometres: 40), kinds: [.city],
                    limit: 1
                ).first : other
            return area.kind == .admin1
                ? city?.admin1 == area.admin1 : city?.admin2 == area.admin2
        default:
            return area.extent?.contains(other.coordinate)
                ?? area.radius.map {
                    Self.metres(area.coordinate, other.coordinate) <= $0.metres
                } ?? false
        }
    }

    private static func metres(_ one: Coordinate, _ other: Coordinate) -> Double {
        Ellipsoid.wgs84.distance(from: one, to: other).metres
    }
}

extension Place {
    /// Whether ships call here for all that is known: more than one list has it, and it lies on water.
    fileprivate var isHarbour: Bool {
        rank > 1 && (distanceToSea.map { $0.kilometres <= 30 } ?? false)
    }
}
