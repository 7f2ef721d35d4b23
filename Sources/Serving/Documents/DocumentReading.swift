internal import Foundation
internal import HTTPTypes
internal import Projects

/// Reads documents by the workers, and makes of the answers what a project keeps.
struct DocumentReading: Sendable {
    let workers: DocumentWorkers

    /// A reading with what the project tells of its document.
    struct Outcome: Sendable {
        var reading: ProjectReading
        var facts: FeatureMaker.Facts
    }

    /// Reads a document anew.
    ///
    /// - Parameters:
    ///   - line: the line of `batch`.
    ///   - id: the document's.
    ///   - name: what it is called where it has no title.
    ///   - decisions: JSON, one a line.
    /// - Returns: what a project keeps of it.
    /// - Throws: `ServiceError`, when it cannot be read.
    func outcome(
        of line: Data, id: String, name: String, decisions: String
    ) async throws -> Outcome {
        let answer = try await answer(to: line, decisions: decisions, wish: ",\"geojson\":true")
        guard let tab = answer.firstIndex(of: 0x09) else {
            throw ServiceError(
                .internalServerError, "no-map", "a worker has answered without a map")
        }
        let made = try FeatureMaker(document: id, name: name).features(
            of: Data(answer[(tab + 1)...]))
        return Outcome(
            reading: ProjectReading(result: Data(answer[..<tab]), features: made.features),
            facts: made.facts)
    }

    /// The map of a document in GeoJSON.
    func geoJSON(of line: Data, decisions: String) async throws -> Data {
        let answer = try await answer(to: line, decisions: decisions, wish: ",\"geojson\":true")
        guard let tab = answer.firstIndex(of: 0x09) else { return answer }
        return Data(answer[(tab + 1)...])
    }

    /// The map of a document as a file of a format; a page keeps decisions at the address `saves`.
    func file(
        of line: Data, decisions: String, format: String, saves: String
    ) async throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "periplus-map-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "map.\(format)")
        struct Wish: Encodable {
            var path: String
            var format: String
            var saves: String
        }
        let wish = try JSONEncoder().encode(Wish(path: file.path, format: format, saves: saves))
        _ = try await answer(
            to: line, decisions: decisions,
            wish: ",\"file\":" + String(decoding: wish, as: UTF8.self))
        return try Data(contentsOf: file)
    }

    private func answer(to line: Data, decisions: String, wish: String) async throws -> Data {
        var asked = Data(line.dropLast())
        if !decisions.isEmpty {
            asked += Data(",\"decisions\":".utf8) + (try JSONEncoder().encode(decisions))
        }
        asked += Data((wish + "}").utf8)
        let answer = try await workers.answer(to: asked)
        if answer.starts(with: Data("{\"error\"".utf8)) { throw Self.fault(answer) }
        return answer
    }

    /// Why a document could not be read, as the workers tell.
    private static func fault(_ answer: Data) -> ServiceError {
        struct Answer: Decodable {
            struct Fault: Decodable {
                var code: String
                var message: String
            }

            var error: Fault
        }
        guard let fault = try? JSONDecoder().decode(Answer.self, from: answer).error else {
            return ServiceError(.internalServerError, "crashed", "the document could not be read")
        }
        return ServiceError(
            fault.code == "crashed" ? .internalServerError : .unprocessableContent, fault.code,
            fault.message)
    }
}
