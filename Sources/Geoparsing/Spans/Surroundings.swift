internal import Foundation
internal import Gazetteers
internal import Geodesy

/// Where the towns of a document lie, to see which doubtful names are of towns among them.
struct Surroundings {
    private struct Point {
        var name: String
        var latitude: Double
        var longitude: Double
    }

    private var points: [Point] = []
    /// So near that a paper of the one town would report from the other, in kilometres.
    private let horizon = 60.0
    /// More towns than these make no doubtful name likelier.
    private let limit = 60

    /// Adds the town of a span that is a place beyond doubt.
    mutating func add(_ span: CandidateSpan) {
        guard span.score > 2, points.count < limit, let best = span.entry?.places.first?.place,
            Self.isTown(best), !points.contains(where: { $0.name == span.text })
        else { return }
        points.append(
            Point(
                name: span.text, latitude: best.coordinate.latitude,
                longitude: best.coordinate.longitude))
    }

    /// How near a place of a span's name lies to the towns of the document, in 0...1; zero beyond an hour's way.
    func nearness(of span: CandidateSpan) -> Float {
        // What is sure or hopeless needs no such help.
        guard span.score < 2, span.score > -4, !span.isPartOfName, span.evidence[.unlisted] == 0,
            !points.isEmpty, let places = span.entry?.places
        else { return 0 }
        var nearest = horizon
        for match in places where Self.isTown(match.place) {
            let latitude = match.place.coordinate.latitude
            let narrowing = cos(latitude * .pi / 180)
            for point in points where point.name != span.text {
                // Good to a part in a hundred at such distances.
                let north = (point.latitude - latitude) * 111.2
                guard abs(north) < nearest else { continue }
                let east = (point.longitude - match.place.coordinate.longitude) * 111.2 * narrowing
                nearest = min(nearest, (north * north + east * east).squareRoot())
            }
        }
        return Float(1 - nearest / horizon).squareRoot()
    }

    private static func isTown(_ place: Place) -> Bool {
        place.kind == .city || place.kind == .port || place.kind == .admin2
    }
}
