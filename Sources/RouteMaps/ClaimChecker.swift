public import Gazetteers
internal import Geodesy
internal import Geoparsing
public import Movements

/// Holds the spatial claims of a text against the places chosen for their names.
public struct ClaimChecker: Sendable {
    private let gazetteer: Gazetteer
    private let ellipsoid = Ellipsoid.wgs84

    /// A checker that takes the shapes of areas from a gazetteer.
    public init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// A claim with the distance and the bearing between its places, and how they agree.
    ///
    /// Directions are rhumb bearings, which is what people mean by "east of"; an area agrees when
    /// any part of it does.
    public func check(
        _ claim: StatedClaim, subject: ResolvedToponym?, reference: ResolvedToponym?
    ) -> CheckedClaim {
        // A description has its position from the claim itself.
        guard let subject, subject.mention.kind != .description, let reference,
            let to = subject.coordinate, let from = reference.coordinate
        else {
            return CheckedClaim(claim: claim, distance: nil, bearing: nil, verdict: .notCheckable)
        }
        let distance = ellipsoid.distance(from: from, to: to)
        let bearing = ellipsoid.rhumb(from: from, to: to).bearing
        let samples = [to] + outline(of: subject)
        let best = samples.map { verdict(of: claim, from: from, to: $0) }
            .max { $0.rank < $1.rank }
        return CheckedClaim(
            claim: claim, distance: distance, bearing: bearing, verdict: best ?? .notCheckable)
    }

    private func outline(of toponym: ResolvedToponym) -> [Coordinate] {
        guard let place = toponym.place, place.kind.isAreal else { return [] }
        let rings = (gazetteer.shape(of: place.id) ?? []).map(\.outer)
        let corners = rings.flatMap { $0 }
        // A hundred points of an outline say as much about a distance in hundreds of kilometres.
        let step = max(1, corners.count / 100)
        return stride(from: 0, to: corners.count, by: step).map { corners[$0] }
    }

    private func verdict(
        of claim: StatedClaim, from: Coordinate, to: Coordinate
    ) -> CheckedClaim.Verdict {
        var verdicts: [CheckedClaim.Verdict] = []
        if let stated = claim.kilometres {
            let found = ellipsoid.distance(from: from, to: to).kilometres
            if stated.contains(found) {
                verdicts.append(.consistent)
            } else {
                // "Roughly" is within half as much again, as in design and methods memo 6.
                let wide = stated.lowerBound / 1.5...stated.upperBound * 1.5
                verdicts.append(wide.contains(found) ? .roughly : .inconsistent)
            }
        }
        if let stated = claim.bearing {
            let off = ellipsoid.rhumb(from: from, to: to).bearing
                .difference(from: Bearing(degrees: stated.degrees))
            verdicts.append(
                off <= stated.tolerance
                    ? .consistent : off <= stated.tolerance * 1.5 ? .roughly : .inconsistent)
        }
        return verdicts.min { $0.rank < $1.rank } ?? .notCheckable
    }
}

extension CheckedClaim.Verdict {
    /// The better the agreement, the higher.
    fileprivate var rank: Int {
        switch self {
        case .notCheckable: 0
        case .inconsistent: 1
        case .roughly: 2
        case .consistent: 3
        }
    }
}
