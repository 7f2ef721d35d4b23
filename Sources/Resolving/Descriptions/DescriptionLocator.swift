internal import Gazetteers
internal import Geodesy
internal import Movements

/// Finds the positions that a text describes by distance and direction from a place.
struct DescriptionLocator {
    private let ellipsoid = Ellipsoid.wgs84

    /// The position that a claim describes, seen from the place chosen for its reference; nil where the claim lacks
    /// distance or direction.
    ///
    /// Directions are rhumb bearings. From an area the distance counts from its edge, where its extent is known.
    func position(of claim: StatedClaim, from candidate: Candidate) -> DescribedPosition? {
        guard let stated = claim.kilometres, let bearing = claim.bearing,
            stated.upperBound <= Self.furthest
        else { return nil }
        let place = candidate.place
        guard !place.kind.isAreal || place.extent != nil else { return nil }
        let (edge, width) = start(in: place, towards: bearing.degrees)
        let middle = Distance(kilometres: (stated.lowerBound + stated.upperBound) / 2)
        let centre = ellipsoid.destination(
            alongRhumbFrom: edge, bearing: Bearing(degrees: bearing.degrees), distance: middle)
        guard centre.isValid else { return nil }
        // The far corners of the sector that the words leave open.
        var reach = 0.0
        for turn in [-bearing.tolerance, 0, bearing.tolerance] {
            for kilometres in [stated.lowerBound, stated.upperBound] {
                let corner = ellipsoid.destination(
                    alongRhumbFrom: edge, bearing: Bearing(degrees: bearing.degrees + turn),
                    distance: Distance(kilometres: kilometres))
                reach = max(reach, ellipsoid.distance(from: centre, to: corner).kilometres)
            }
        }
        return DescribedPosition(
            coordinate: centre, radius: Distance(kilometres: reach + width),
            confidence: candidate.confidence)
    }

    /// Where a distance from a place begins, and half the width of the place there, in kilometres.
    private func start(in place: Place, towards bearing: Double) -> (Coordinate, Double) {
        guard place.kind.isAreal, let box = place.extent else { return (place.coordinate, 0) }
        let step = Distance(kilometres: 10)
        var edge = place.coordinate
        var travelled = 0.0
        // No box is wider than half the way around the Earth.
        while box.contains(edge), travelled < 20_000 {
            edge = ellipsoid.destination(
                from: edge, bearing: Bearing(degrees: bearing), distance: step)
            travelled += step.kilometres
        }
        return (edge, travelled / 2)
    }

    /// Nobody tells a place by more than this many kilometres.
    private static let furthest = 5_000.0
}
