/// The joining of imported layers and the bundle.
extension Gazetteer {
    /// The best matches of hits of several layers, one a place; at equal worth the upper layer wins.
    ///
    /// The hits of layer n end at `ends[n]`.
    func layeredMatches(
        of hits: [GazetteerIndex.Hit], ends: [Int], limit: Int
    ) -> [NameMatch] {
        var order = Array(hits.indices)
        // Hits stand in the order of the layers, so that the earlier of equals is the upper one.
        if order.count > 1 {
            order.sort { a, b in
                (hits[a].quality, hits[a].weight, b) > (hits[b].quality, hits[b].weight, a)
            }
        }
        var found: [NameMatch] = []
        for number in order {
            guard found.count < limit else { break }
            let layer = ends.firstIndex { number < $0 } ?? 0
            guard var match = indexes[layer].match(hits[number]),
                !found.contains(where: { $0.place.id == match.place.id })
            else { continue }
            match.place = completed(corrected(match.place, of: layer), of: layer)
            found.append(match)
        }
        return found
    }

    /// A place as an upper layer of corrections describes it, if one does.
    func corrected(_ place: Place, of layer: Int) -> Place {
        for upper in correcting where upper < layer {
            if let number = indexes[upper].index(of: place.id) {
                return indexes[upper].place(at: number) ?? place
            }
        }
        return place
    }

    /// A place with what the bundle alone knows of it: sea, basin, landmass, nearest port and airport, extent,
    /// display point, harbour.
    func completed(_ place: Place, of layer: Int) -> Place {
        guard layer < indexes.count - 1, place.distanceToSea == nil || place.extent == nil,
            let bundle = indexes.last, let number = bundle.index(of: place.id),
            let known = bundle.place(at: number)
        else { return place }
        var place = place
        place.distanceToSea = place.distanceToSea ?? known.distanceToSea
        place.basin = place.basin ?? known.basin
        place.landmass = place.landmass ?? known.landmass
        if place.nearestPort == nil {
            place.nearestPort = known.nearestPort
            place.nearestPortDistance = known.nearestPortDistance
        }
        if place.nearestAirport == nil {
            place.nearestAirport = known.nearestAirport
            place.nearestAirportDistance = known.nearestAirportDistance
        }
        place.extent = place.extent ?? known.extent
        place.display = place.display ?? known.display
        place.harbour = place.harbour ?? known.harbour
        place.radius = place.radius ?? known.radius
        return place
    }
}
