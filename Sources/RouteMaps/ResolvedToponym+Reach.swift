internal import Gazetteers
internal import Geodesy
internal import Routing

extension ResolvedToponym {
    /// Whether the place is an area of water.
    var isWater: Bool { place?.kind.isWater ?? false }

    /// Whether the place is part of another: a city of a country, a province of it.
    func lies(in other: ResolvedToponym) -> Bool {
        guard let place, let area = other.place, area.kind.isAreal else { return false }
        switch area.kind {
        case .country: return place.country != nil && place.country == area.country
        case .admin1: return place.admin1 != nil && place.admin1 == area.admin1
        case .admin2: return place.admin2 != nil && place.admin2 == area.admin2
        default: return area.extent?.contains(place.coordinate) ?? false
        }
    }

    /// Whether the place reaches so far that its point stands for it only on a small map.
    var isAreal: Bool {
        guard let place, place.kind.isAreal else { return false }
        return place.radius.map { $0.kilometres > Self.pointRadius } ?? true
    }

    /// Where a way along a pipeline or railway may start or end for this place; nil for areas but countries.
    var lineEnd: LineEnd? {
        guard isAreal else { return coordinate.map { .position($0) } }
        return place?.kind == .country ? (place?.country).map { .country($0) } : nil
    }

    /// The radius up to which an area counts as a point, as a city does: a small island, a zone.
    private static let pointRadius = 15.0

    /// How far the place reaches from its point: its radius, or half the diagonal of its extent.
    var reach: Distance {
        if let radius = radius ?? place?.radius { return radius }
        guard let place, place.kind.isAreal, let box = place.extent else { return .zero }
        let diagonal = Ellipsoid.wgs84.distance(
            from: Coordinate(latitude: box.south, longitude: box.west),
            to: Coordinate(latitude: box.north, longitude: box.east))
        return Distance(metres: diagonal.metres / 2)
    }
}
