internal import Geodesy

/// Where pictures put countries and divisions.
extension GazetteerTables {
    /// Sets the display points of countries and divisions: where a reader would point at.
    ///
    /// The geometric median of the area's cities, each weighted by the square root of its inhabitants (by
    /// their number itself, half the countries of the world would lie on their capital); where that is
    /// outside the shape, the nearest of the cities. Areas without a city in the tables have none.
    mutating func placeDisplays() {
        var medians: [Area: GeometricMedian] = [:]
        var towns: [Area: [UnitVector]] = [:]
        for record in records where record.place.kind == .city && record.place.population > 0 {
            let place = record.place
            let position = UnitVector(place.coordinate)
            let weight = Double(place.population).squareRoot()
            for area in Area.all(around: place) {
                medians[area, default: GeometricMedian()].add(position, weight: weight)
                if place.population >= Self.town { towns[area, default: []].append(position) }
            }
        }
        for index in records.indices {
            guard let area = Area(records[index].place), let median = medians[area]?.point else {
                continue
            }
            let point = median.coordinate
            let isInside = shapes[records[index].place.id].map { Self.holds($0, point) } ?? false
            let nearest = towns[area]?.min {
                $0.angle(to: median) < $1.angle(to: median)
            }
            records[index].place.display = isInside ? point : nearest?.coordinate ?? point
        }
    }

    /// The least number of inhabitants of a place that an area outside its median is shown at.
    private static let town = 1_000

    private static func holds(_ shape: [UInt8], _ point: Coordinate) -> Bool {
        shape.withUnsafeBufferPointer { bytes in
            guard case .areas(let polygons) = ShapeCoding.decode(bytes) else { return false }
            return polygons.contains { $0.contains(point) }
        }
    }

    /// A country or division, by its code.
    private enum Area: Hashable {
        case country(String)
        case division(String)

        /// The area that a place is; nil for any other place.
        init?(_ place: Place) {
            switch place.kind {
            case .country:
                guard let code = place.country, place.population > 0 else { return nil }
                self = .country(code)
            case .admin1:
                guard let code = place.admin1 else { return nil }
                self = .division(code)
            case .admin2:
                guard let code = place.admin2 else { return nil }
                self = .division(code)
            default:
                return nil
            }
        }

        /// The areas a city lies in.
        static func all(around city: Place) -> [Area] {
            var areas: [Area] = []
            if let code = city.country { areas.append(.country(code)) }
            if let code = city.admin1 { areas.append(.division(code)) }
            if let code = city.admin2 { areas.append(.division(code)) }
            return areas
        }
    }
}
