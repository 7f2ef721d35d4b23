internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements
internal import Resolving
internal import RouteMaps

/// What a line of results says, in the types of the rooms.
struct ResultMaker {
    private let line: ResultLine
    private let gazetteer: Gazetteer
    private let offsets: ScalarOffsets

    init(_ line: ResultLine, text: String, gazetteer: Gazetteer) {
        self.line = line
        self.gazetteer = gazetteer
        offsets = ScalarOffsets(text)
    }

    /// Whether all its indices and offsets lead somewhere.
    var isWhole: Bool {
        let toponyms = line.toponyms.indices
        let spans = line.spans
        return spans.allSatisfy {
            0 <= $0.start && $0.start <= $0.end && $0.end <= offsets.scalarCount
        }
            && line.routes.allSatisfy { route in
                ([route.origin, route.destination].compactMap { $0 } + route.via)
                    .allSatisfy(toponyms.contains) && !route.evidence.isEmpty
                    && (route.continues.map(line.routes.indices.contains) ?? true)
            }
            && line.claims.allSatisfy { claim in
                toponyms.contains(claim.reference) && (claim.subject.map(toponyms.contains) ?? true)
            }
    }

    /// The mentions with the decisions on them.
    var mentions: [(mention: Mention, decision: Decision)] {
        line.toponyms.map { toponym in
            let best = toponym.place.flatMap { place in
                Self.isRecord(place) ? candidate(place, confidence: toponym.confidence) : nil
            }
            let others = toponym.alternatives.map { candidate($0, confidence: $0.confidence ?? 0) }
            var mention = Mention(
                utf8Range: range(toponym.start, toponym.end), text: toponym.text,
                kind: toponym.kind, use: toponym.use,
                candidates: (best.map { [$0] } ?? []).map(\.match) + others.map(\.match),
                recognitionConfidence: toponym.confidence)
            if let place = toponym.place, best == nil {
                mention.coordinate = Coordinate(latitude: place.lat, longitude: place.lon)
            }
            let choice: Choice =
                if let best {
                    .resolved(best, runnersUp: others)
                } else {
                    others.isEmpty ? .unknown : .ambiguous(others)
                }
            return (
                mention,
                Decision(
                    choice: choice, because: toponym.because,
                    radius: toponym.place?.radius.map { Distance(kilometres: $0) })
            )
        }
    }

    /// The movements, in their order.
    var movements: [Movement] {
        line.routes.map { route in
            var movement = Movement(
                origin: route.origin, via: route.via, destination: route.destination,
                mode: route.mode, modeBasis: route.basis, relation: route.relation,
                isBidirectional: route.bidirectional ?? false, continues: route.continues,
                cargo: range(route.cargo), quantity: range(route.quantity),
                vehicle: range(route.vehicle), actor: range(route.actor),
                attribution: range(route.attribution),
                date: route.date.map {
                    StatedDate(utf8Range: range($0.start, $0.end), from: $0.from, to: $0.to)
                }, status: route.status, cue: range(route.cue),
                evidence: route.evidence.map { range($0.start, $0.end) }, rule: route.rule,
                confidence: route.confidence)
            movement.trigger = range(route.trigger)
            return movement
        }
    }

    /// The claims, in their order.
    var claims: [StatedClaim] {
        line.claims.map { claim in
            let kilometres = claim.stated.km.flatMap { limits in
                limits.count == 2 && limits[0] <= limits[1] ? limits[0]...limits[1] : nil
            }
            let bearing = claim.stated.bearing.flatMap { limits in
                limits.count == 2 ? Self.bearing(from: limits[0], to: limits[1]) : nil
            }
            return StatedClaim(
                utf8Range: range(claim.start, claim.end), subject: claim.subject,
                reference: claim.reference, kilometres: kilometres, bearing: bearing)
        }
    }

    /// Positions that a text writes or describes are no records.
    private static func isRecord(_ place: ResultLine.PlaceFields) -> Bool {
        PlaceKind(rawValue: place.kind) != nil
    }

    private func candidate(
        _ place: ResultLine.PlaceFields, confidence: Double
    ) -> Candidate {
        let known =
            gazetteer.place(PlaceID(rawValue: place.id))
            ?? Place(
                id: PlaceID(rawValue: place.id), name: place.name,
                kind: PlaceKind(rawValue: place.kind) ?? .facility, country: place.country,
                admin1: place.admin1,
                coordinate: Coordinate(latitude: place.lat, longitude: place.lon),
                radius: place.radius.map { Distance(kilometres: $0) },
                source: place.source ?? "")
        return Candidate(
            match: NameMatch(
                place: known, name: place.name, kind: .primary, quality: NameMatch.Quality.exact),
            score: Score(), confidence: confidence)
    }

    /// The middle of two bearings, clockwise from the first to the second.
    private static func bearing(from: Double, to: Double) -> StatedClaim.StatedBearing {
        let width = (to - from).truncatingRemainder(dividingBy: 360)
        let tolerance = (width < 0 ? width + 360 : width) / 2
        return .init(degrees: Bearing(degrees: from + tolerance).degrees, tolerance: tolerance)
    }

    private func range(_ span: ResultLine.Span?) -> Range<Int>? {
        span.map { range($0.start, $0.end) }
    }

    private func range(_ start: Int, _ end: Int) -> Range<Int> {
        offsets.utf8Range(ofScalars: start..<end)
    }
}
