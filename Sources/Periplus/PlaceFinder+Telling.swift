public import Gazetteers
internal import Geodesy

extension PlaceFinder {
    /// What was chosen for a name, with what else it could mean.
    func found(_ choice: NameChoice, preferring kinds: [PlaceKind]) -> FoundPlace {
        if let position = choice.position { return position }
        let candidates = choice.candidates.map(\.place)
        let best = stop(at: candidates[choice.best], among: candidates, preferring: kinds)
        let others = candidates.filter {
            $0.id != best.id && ($0.kind == best.kind || $0.name == best.name)
        }.prefix(5)
        let labels = labels(of: [best] + others)
        return FoundPlace(
            place: best, others: Array(others), text: choice.text, label: labels[0],
            otherLabels: Array(labels.dropFirst()))
    }

    /// The port or airport of a place, where one of its name is wished for and near.
    private func stop(
        at place: Place, among candidates: [Place], preferring kinds: [PlaceKind]
    ) -> Place {
        guard kinds.first == .port || kinds.first == .airport, !kinds.contains(place.kind) else {
            return place
        }
        // From the middle of a city to its docks or airfield.
        let reach = 60.0
        return candidates.first { candidate in
            kinds.contains(candidate.kind)
                && Ellipsoid.wgs84.distance(from: place.coordinate, to: candidate.coordinate)
                    .kilometres <= reach
        } ?? place
    }

    /// Places as a person would tell them apart: "Springfield, Missouri (US)" where another is in the country.
    public func labels(of places: [Place]) -> [String] {
        places.map { place in
            let isShared = places.contains {
                $0.id != place.id && $0.name == place.name && $0.country == place.country
                    && $0.admin1 != place.admin1
            }
            guard isShared, let division = division(of: place), !division.name.hasPrefix(place.name)
            else {
                return place.label
            }
            let country = place.country.map { " (\($0))" } ?? ""
            return "\(place.name), \(division.name)\(country)"
        }
    }

    /// The first-level division that a place lies in.
    private func division(of place: Place) -> Place? {
        guard let code = place.admin1 else { return nil }
        // The middle of no division is further from its towns.
        let reach = Distance(kilometres: 1_500)
        return gazetteer.places(
            near: place.coordinate, within: reach, kinds: [.admin1], limit: 500
        ).first { $0.admin1 == code }
    }
}
