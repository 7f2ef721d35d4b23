internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus
internal import RouteMaps
internal import Routing
internal import Synchronization

/// Answers what the service asks of a worker: a line of `batch`, with decisions of its own and a file that is wanted.
///
/// The answer is the result; behind a tab, which JSON never holds, follows the GeoJSON if it is asked for.
final class ServiceProcessor: Sendable {
    private let processor: BatchProcessor
    private let gazetteer: Gazetteer
    private let shores: ShoreRings
    /// Made for the first page, and kept for all others.
    private let drawn = Mutex<Basemap?>(nil)

    /// A processor that draws over the land of a gazetteer and shores.
    init(processor: BatchProcessor, gazetteer: Gazetteer, shores: ShoreRings) {
        self.processor = processor
        self.gazetteer = gazetteer
        self.shores = shores
    }

    /// What a line asks for beside a result.
    private struct Wishes: Decodable {
        /// Decisions on this document: JSON, one a line.
        var decisions: String?
        /// Whether the map is wanted as GeoJSON, behind the result.
        var geojson: Bool?
        /// A file that is to be written.
        var file: File?
        /// Where the documents of a file that holds several go, each a line, in the place of a result.
        var parts: String?

        struct File: Decodable {
            var path: String
            var format: String
            /// The address that a page saves its decisions at.
            var saves: String?
        }
    }

    /// The answer to a line.
    func result(for line: [UInt8]) -> BatchProcessor.Result {
        do throws(BatchError) {
            let request = try BatchRequest(line: line)
            let wishes = try wishes(of: line, id: request.id)
            if let path = wishes.parts, request.bytes != nil,
                let count = try PartLines.count(of: request, to: path, by: processor)
            {
                return BatchProcessor.Result(
                    line: Array("{\"parts\":\(count)}\n".utf8), isFailure: false)
            }
            let map = try processor.map(of: request, decided: try corrections(wishes, request))
            let json = RouteMapJSON(includesText: request.bytes != nil)
            var bytes = json.bytes(of: map, id: request.id)
            let atlas = Atlas(
                [map], sources: gazetteer.metadata.sources,
                files: [request.name ?? ""].filter { !$0.isEmpty })
            if wishes.geojson == true {
                bytes.append(UInt8(ascii: "\t"))
                bytes += GeoJSONWriter().bytes(of: atlas)
            }
            if let file = wishes.file {
                try write(atlas, as: file, id: request.id, decided: wishes.decisions)
            }
            return BatchProcessor.Result(line: bytes + [0x0A], isFailure: false)
        } catch {
            return processor.result(for: error)
        }
    }

    private var basemap: Basemap {
        drawn.withLock { drawn in
            let basemap = drawn ?? Basemap(gazetteer: gazetteer, shores: shores.rings)
            drawn = basemap
            return basemap
        }
    }

    private func wishes(of line: [UInt8], id: String) throws(BatchError) -> Wishes {
        do {
            return try JSONDecoder().decode(Wishes.self, from: Data(line))
        } catch {
            throw BatchError(id: id, code: .badJSON, message: "what is asked for makes no sense")
        }
    }

    private func corrections(
        _ wishes: Wishes, _ request: BatchRequest
    ) throws(BatchError) -> Corrections? {
        guard let lines = wishes.decisions else { return nil }
        do {
            return try Corrections(
                lines: Data(lines.utf8), named: "the decisions", gazetteer: gazetteer)
        } catch {
            throw BatchError(id: request.id, code: .badText, message: error.description)
        }
    }

    private func write(
        _ atlas: Atlas, as file: Wishes.File, id: String, decided: String?
    ) throws(BatchError) {
        do throws(FormatError) {
            let format = try OutputFormat(named: file.format)
            let basemap = format.drawsLand ? basemap : .empty
            var writer = format.writer(basemap: basemap)
            if var page = writer as? HTMLWriter, let address = file.saves {
                page.keeping = DecisionKeeping(address: address, decisions: decided ?? "")
                writer = page
            }
            try writer.write(atlas, to: URL(fileURLWithPath: file.path))
        } catch {
            throw BatchError(id: id, code: .badDocument, message: error.description)
        }
    }
}
