import Foundation
import Fuzzing
import Gazetteers
import Periplus
import Resolving

/// The targets that need the whole pipeline, by name.
enum MapTargets {
    static let all: [String: FuzzTargetMaker] = [
        "batch": { ground in
            let processor = BatchProcessor(mapper: try mapper(ground))
            return Reading { _ = processor.result(for: $0) }
        },
        "map": { ground in
            let mapper = try mapper(ground)
            return Reading { bytes in
                _ = try? mapper.map(mapper.document(text: String(decoding: bytes, as: UTF8.self)))
            }
        },
        "prose": { try ProseTarget($0, mapper: mapper($0)) },
        "names": { ground in
            let finder = PlaceFinder(gazetteer: try Gazetteer(at: ground.gazetteer))
            return Reading { _ = try? finder.find(String(decoding: $0, as: UTF8.self)) }
        },
        "places": { ground in
            let gazetteer = try Gazetteer(at: ground.gazetteer)
            return Reading { bytes in
                for name in ["p.csv", "p.geojson"] {
                    _ = try? AnalystPlaces(
                        contentsOf: ground.file(name, bytes), gazetteer: gazetteer)
                }
            }
        },
        "reader": { ground in
            let own = DataDirectory(
                url: ground.scratch.appending(path: "data"), gazetteer: ground.gazetteer)
            let files = FileManager.default
            try files.createDirectory(
                at: own.url.appending(path: "Reading"), withIntermediateDirectories: true)
            for part in ["Lexicon", "Language", "Routing"] {
                try files.createSymbolicLink(
                    at: own.url.appending(path: part),
                    withDestinationURL: ground.data.appending(path: part))
            }
            try files.copyItem(
                at: ground.data.appending(path: "Reading/model.bin"), to: own.readerModel)
            return try PatchedFile(own.readerModel) {
                guard let mapper = try? RouteMapper(data: own) else { return }
                _ = try? mapper.map(mapper.document(text: "Two ships left Odesa for Port Said."))
            }
        },
    ]

    private static func mapper(_ ground: FuzzGround) throws -> RouteMapper {
        try RouteMapper(data: DataDirectory(url: ground.data, gazetteer: ground.gazetteer))
    }
}
