internal import Documents
public import Foundation
internal import Geoparsing
internal import Resolving
public import RouteMaps

extension RouteMapper {
    /// A map made again of a line of results of `batch`, and what the line calls its document.
    ///
    /// The places and routes are those of the line; legs are drawn and claims are checked anew. A line without its text gives a
    /// map over as much of the text as it quotes, at its offsets.
    ///
    /// - Parameter line: one JSON object in UTF-8.
    /// - Returns: The map; nil for a line that tells of an error.
    /// - Throws: `BatchError` when the line is no result.
    public func map(
        ofResult line: Data
    ) throws(BatchError) -> (map: RouteMap, name: String?)? {
        let decoder = JSONDecoder()
        if (try? decoder.decode(FailedLine.self, from: line)) != nil { return nil }
        let result: ResultLine
        do {
            result = try decoder.decode(ResultLine.self, from: line)
        } catch {
            throw BatchError(id: nil, error)
        }
        guard let text = ResultText.text(of: result) else {
            throw BatchError(
                id: result.id, code: .badText, message: "its words do not fit their offsets")
        }
        let maker = ResultMaker(result, text: text, gazetteer: gazetteer)
        guard maker.isWhole else {
            throw BatchError(
                id: result.id, code: .badText, message: "an index or offset leads nowhere")
        }
        let document = document(
            text: text, date: result.document?.date.flatMap { CalendarDate($0) },
            source: result.document?.source)
        let mentions = maker.mentions
        var map = assembler.map(
            of: document, mentions: mentions.map(\.mention), decisions: mentions.map(\.decision),
            movements: maker.movements, claims: maker.claims)
        for (index, route) in result.routes.enumerated() {
            map.routes[index].confidence = route.confidence
        }
        for (index, toponym) in result.toponyms.enumerated() {
            map.toponyms[index].isDecided = toponym.decided ?? false
        }
        return (map, result.document?.file ?? result.id)
    }

    /// A line that tells why there is no result.
    private struct FailedLine: Decodable {
        struct Failure: Decodable { var code: String }

        var error: Failure
    }
}
