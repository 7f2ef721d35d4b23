/// The joining of imported layers and the bundle.
extension Gazetteer {
    /// A hit and the layer it comes from.
    struct LayeredHit {
        var layer: Int
        var hit: GazetteerIndex.Hit
    }

    /// The best matches of hits of several layers, one a place; at equal worth the upper layer wins.
    func matches(of hits: inout [LayeredHit], limit: Int) -> [NameMatch] {
        hits.sort {
            ($0.hit.quality, $0.hit.weight, $1.layer, $1.hit.place)
                > ($1.hit.quality, $1.hit.weight, $0.layer, $0.hit.place)
        }
        var found: [NameMatch] = []
        var known: Set<PlaceID> = []
        for entry in hits {
            guard found.count < limit else { break }
            guard var match = indexes[entry.layer].match(entry.hit),
                known.insert(match.place.id).inserted
            else { continue }
            // A place that an upper layer has too is described by that layer.
            if let upper = upperPlace(match.place.id, above: entry.layer) { match.place = upper }
            match.place = completed(match.place)
            found.append(match)
        }
        return found
    }

    /// A place with what only the bundle knows of it: sea, basin, landmass, nearest port and airport.
    func completed(_ place: Place) -> Place {
        guard indexes.count > 1, place.distanceToSea == nil, place.nearestPort == nil,
            let bundle = indexes.last, let number = bundle.index(of: place.id),
            let known = bundle.place(at: number)
        else { return place }
        var place = place
        place.distanceToSea = known.distanceToSea
        place.basin = known.basin
        place.landmass = known.landmass
        place.nearestPort = known.nearestPort
        place.nearestPortDistance = known.nearestPortDistance
        place.nearestAirport = known.nearestAirport
        place.nearestAirportDistance = known.nearestAirportDistance
        place.extent = place.extent ?? known.extent
        place.radius = place.radius ?? known.radius
        return place
    }

    private func upperPlace(_ id: PlaceID, above layer: Int) -> Place? {
        for index in indexes[..<layer] {
            if let number = index.index(of: id) { return index.place(at: number) }
        }
        return nil
    }
}
