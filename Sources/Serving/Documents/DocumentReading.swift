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

        /// The document, added now, called by its name where it has no title.
        func document(id: String, name: String) -> ProjectDocument {
            ProjectDocument(
                id: id, name: facts.title ?? name, added: DocumentRoutes.now, date: facts.date,
                source: facts.source, sha256: facts.sha256,
                places: reading.features.count { $0.collection == .places },
                routes: reading.features.count { $0.collection == .routes })
        }
    }

    /// What a file turns out to be.
    enum Found: Sendable {
        case document(Outcome)
        /// Several documents.
        case parts([JobEntry])
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
        let answer = try await answer(to: line, decisions: decisions, wish: Self.map)
        return try outcome(answer, id: id, name: name)
    }

    private static let map = ",\"geojson\":true"

    private func outcome(_ answer: Data, id: String, name: String) throws -> Outcome {
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

    /// Reads a document, or finds out which there are in a file that holds several.
    ///
    /// - Parameters:
    ///   - line: the line of `batch`.
    ///   - id: the document's, if it is one.
    ///   - name: what it is called where it has no title.
    ///   - maySplit: whether it may be several.
    /// - Returns: the document, or what is in the file.
    /// - Throws: `ServiceError`, when it cannot be read.
    func found(
        in line: Data, id: String, name: String, maySplit: Bool
    ) async throws -> Found {
        guard maySplit else {
            return .document(try await outcome(of: line, id: id, name: name, decisions: ""))
        }
        return try await withFolder { folder in
            let file = folder.appending(path: "parts.jsonl")
            let path = String(decoding: try JSONEncoder().encode(file.path), as: UTF8.self)
            let answer = try await answer(
                to: line, decisions: "", wish: Self.map + ",\"parts\":\(path)")
            guard answer.starts(with: Data("{\"parts\"".utf8)) else {
                return .document(try outcome(answer, id: id, name: name))
            }
            return .parts(try Self.parts(at: file))
        }
    }

    /// The documents of a file as the workers have written them apart.
    private static func parts(at file: URL) throws -> [JobEntry] {
        struct Part: Decodable {
            var name: String
            var error: JobFault?
        }
        return try Data(contentsOf: file, options: .mappedIfSafe).split(separator: 0x0A).map {
            let part = try JSONDecoder().decode(Part.self, from: $0)
            return JobEntry(
                name: part.name, content: part.error.map { .fault($0) } ?? .request(Data($0)))
        }
    }

    /// Does something with a folder of its own that nobody else may look into.
    private func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "periplus-map-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// The map of a document in GeoJSON.
    func geoJSON(of line: Data, decisions: String) async throws -> Data {
        let answer = try await answer(to: line, decisions: decisions, wish: Self.map)
        guard let tab = answer.firstIndex(of: 0x09) else { return answer }
        return Data(answer[(tab + 1)...])
    }

    /// The map of a document as a file of a format; a page keeps decisions at the address `saves`.
    func file(
        of line: Data, decisions: String, format: String, saves: String
    ) async throws -> Data {
        struct Wish: Encodable {
            var path: String
            var format: String
            var saves: String
        }
        return try await withFolder { folder in
            let file = folder.appending(path: "map.\(format)")
            let wish = try JSONEncoder().encode(
                Wish(path: file.path, format: format, saves: saves))
            _ = try await answer(
                to: line, decisions: decisions,
                wish: ",\"file\":" + String(decoding: wish, as: UTF8.self))
            return try Data(contentsOf: file)
        }
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
