public import Geodesy

extension Gazetteer {
    /// The places in a circle, nearest first.
    public func places(
        near position: Coordinate, within radius: Distance, kinds: Set<PlaceKind>? = nil,
        limit: Int = 100
    ) -> [Place] {
        var found: [(metres: Double, place: Place)] = []
        for index in indexes {
            var hits: [(metres: Double, place: Int)] = []
            index.forEachPlace(near: position, within: radius) { place in
                if let kinds, !kinds.contains(index.kind(at: place)) { return }
                let metres = SpaceGrid.metres(from: position, to: index.coordinate(at: place))
                if metres <= radius.metres { hits.append((metres, place)) }
            }
            hits.sort { ($0.metres, $0.place) < ($1.metres, $1.place) }
            let known = Set(found.map(\.place.id))
            for hit in hits.prefix(limit) {
                guard let place = index.place(at: hit.place), !known.contains(place.id) else {
                    continue
                }
                found.append((hit.metres, place))
            }
        }
        if indexes.count > 1 { found.sort { $0.metres < $1.metres } }
        return found.prefix(limit).map(\.place)
    }

    /// The ports whose size is known and at least so large, in the order of the layers and tables.
    public func ports(atLeast size: Harbour.Size) -> [Place] {
        var found: [Place] = []
        for index in indexes {
            for number in 0..<index.placeCount {
                guard let harbour = index.harbour(at: number), harbour.size >= size,
                    let place = index.place(at: number)
                else { continue }
                found.append(place)
            }
        }
        return found
    }

    /// The areas of a place (seas, countries, first-level divisions, lakes), or nil.
    public func shape(of id: PlaceID) -> [Polygon]? {
        guard case .areas(let areas) = storedShape(of: id) else { return nil }
        return areas
    }

    /// The course of a strait, canal or river, or nil.
    public func lines(of id: PlaceID) -> [LineString]? {
        guard case .lines(let lines) = storedShape(of: id) else { return nil }
        return lines
    }

    private func storedShape(of id: PlaceID) -> ShapeCoding.Shape? {
        for index in indexes {
            if let number = index.index(of: id) { return index.shape(ofPlaceAt: number) }
        }
        return nil
    }
}
