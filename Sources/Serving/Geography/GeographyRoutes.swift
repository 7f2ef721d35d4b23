internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import HTTPTypes
internal import Hummingbird
internal import Movements
internal import Periplus
internal import RouteMaps
internal import Routing

/// `/places`, `/distance`, `/route`: what the commands of these names answer.
struct GeographyRoutes: Sendable {
    let geography: Geography

    func add(to table: RouteTable) {
        table.on("/places", .get) { request, _ in
            let query = try PlaceQuestion(
                RequestQuery(request, knowing: ["name", "match", "country", "class", "limit"]))
            return .json(try await geography.work { try query.answer($0) })
        }
        table.on("/distance", .get) { request, _ in
            let question = try DistanceQuestion(
                RequestQuery(request, knowing: ["from", "to", "via", "mode"]))
            return .json(try await geography.work { try question.answer($0) })
        }
        table.on("/route", .get) { request, _ in
            let question = try RouteQuestion(
                RequestQuery(
                    request,
                    knowing: ["from", "to", "via", "mode", "avoid", "cargo", "date", "f"]),
                accept: request.headers[.accept])
            let answer = try await geography.work { try question.answer($0) }
            return .data(answer, type: question.format.mediaType)
        }
    }
}

/// Words of a person that should name places.
enum PlaceWords {
    /// The places meant by words, which decide together.
    ///
    /// - Throws: `ServiceError` naming the one that is not found.
    static func find(
        _ texts: [String], preferring kinds: [PlaceKind], in geography: Geography
    ) throws(ServiceError) -> [FoundPlace] {
        guard texts.count <= 100, texts.allSatisfy({ $0.utf8.count <= 500 }) else {
            throw .badRequest("no more than 100 places, of no more than 500 bytes each")
        }
        do throws(PlaceFinderError) {
            return try geography.finder.find(texts, preferring: kinds)
        } catch {
            throw ServiceError(.notFound, "unknown-place", error.description)
        }
    }
}
