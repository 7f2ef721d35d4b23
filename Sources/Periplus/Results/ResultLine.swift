internal import Foundation
internal import Geoparsing
internal import Movements

/// A line of results of `batch`, as far as a map is made of it again.
struct ResultLine: Decodable {
    var id: String?
    var text: String?
    var document: Origin?
    var toponyms: [Toponym]
    var routes: [Route]
    var claims: [Claim]

    /// Where the document comes from.
    struct Origin: Decodable {
        var file: String?
        var date: String?
        var source: String?
    }

    /// Words and where they stand, in code points.
    struct Span: Decodable {
        var start: Int
        var end: Int
        var text: String
    }

    struct PlaceFields: Decodable {
        var id: String
        var name: String
        var kind: String
        var country: String?
        var admin1: String?
        var lat: Double
        var lon: Double
        var radius: Double?
        var source: String?
        var confidence: Double?

        private enum CodingKeys: String, CodingKey {
            case id, name, country, admin1, lat, lon, source, confidence
            case kind = "class"
            case radius = "radius_km"
        }
    }

    struct Toponym: Decodable {
        var start: Int
        var end: Int
        var text: String
        var kind: MentionKind
        var use: MentionUse
        var place: PlaceFields?
        var confidence: Double
        var alternatives: [PlaceFields]
        var because: [String]
        var decided: Bool?
    }

    struct Day: Decodable {
        var start: Int
        var end: Int
        var text: String
        var from: String?
        var to: String?
    }

    struct Route: Decodable {
        var origin: Int?
        var via: [Int]
        var destination: Int?
        var mode: TransportMode
        var basis: Movement.ModeBasis
        var relation: Movement.Relation
        var bidirectional: Bool?
        var continues: Int?
        var cargo: Span?
        var quantity: Span?
        var vehicle: Span?
        var actor: Span?
        var attribution: Span?
        var date: Day?
        var status: Movement.Status
        var cue: Span?
        var trigger: Span?
        var evidence: [Span]
        var confidence: Double
        var rule: String

        private enum CodingKeys: String, CodingKey {
            case origin, via, destination, mode, relation, bidirectional, continues, cargo, quantity
            case vehicle, actor, attribution, date, status, cue, trigger, evidence, confidence, rule
            case basis = "mode_basis"
        }
    }

    struct Claim: Decodable {
        var start: Int
        var end: Int
        var text: String
        var subject: Int?
        var reference: Int
        var stated: Stated

        struct Stated: Decodable {
            var km: [Double]?
            var bearing: [Double]?
        }
    }

    /// All words with their places, the longest first, so that shorter ones are written over them.
    var spans: [Span] {
        var all = toponyms.map { Span(start: $0.start, end: $0.end, text: $0.text) }
        all += claims.map { Span(start: $0.start, end: $0.end, text: $0.text) }
        for route in routes {
            all += route.evidence
            let roles = [
                route.cargo, route.quantity, route.vehicle, route.actor, route.attribution,
                route.cue, route.trigger,
            ]
            all += roles.compactMap { $0 }
            if let date = route.date {
                all.append(Span(start: date.start, end: date.end, text: date.text))
            }
        }
        return all.sorted { $0.end - $0.start > $1.end - $1.start }
    }
}
