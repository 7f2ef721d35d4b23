import Documents
import Foundation
import Gazetteers
import Geodesy
import Language
import Periplus
import Resolving
import Routing

/// The targets by name.
enum FuzzTargets {
    typealias Maker = @Sendable (FuzzGround) throws -> any FuzzTarget

    static let all: [String: Maker] = [
        "text": { try document($0, .plainText) },
        "markdown": { try document($0, .markdown) },
        "html": { try document($0, .html) },
        "bytes": { try document($0, nil) },
        "batch": { ground in
            let processor = BatchProcessor(mapper: try ground.mapper())
            return Reading { _ = processor.result(for: $0) }
        },
        "map": { ground in
            let mapper = try ground.mapper()
            return Reading { bytes in
                _ = mapper.map(mapper.document(text: String(decoding: bytes, as: UTF8.self)))
            }
        },
        "prose": { try ProseTarget($0) },
        "coordinates": { _ in
            Reading { _ = try? Coordinate(parsing: String(decoding: $0, as: UTF8.self)) }
        },
        "dates": { _ in
            Reading { _ = CalendarDate(String(decoding: $0, as: UTF8.self)) }
        },
        "lexicon": { _ in
            Reading { bytes in
                _ = try? LexiconTable(String(decoding: bytes, as: UTF8.self), named: "t.tsv")
            }
        },
        "places": { ground in
            let gazetteer = try Gazetteer(at: ground.data.gazetteer)
            return Reading { bytes in
                for name in ["p.csv", "p.geojson"] {
                    _ = try? AnalystPlaces(
                        contentsOf: ground.file(name, bytes), gazetteer: gazetteer)
                }
            }
        },
        "tables": { ground in
            Reading { bytes in
                // The tables of a gazetteer, parted by a form feed.
                let names = [
                    "sources.tsv", "towns.tsv", "generics.tsv", "dangerous.tsv", "features.tsv",
                ]
                let texts = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
                for (name, text) in zip(names, texts) { _ = ground.file(name, Array(text)) }
                try? GazetteerBuilder().build(
                    from: ground.scratch, to: ground.scratch.appending(path: "made.sqlite"))
            }
        },
        "graph": { ground in
            Reading { bytes in
                _ = try? LegPlanner(graph: ground.file("sea.graph", bytes))
            }
        },
        "model": { ground in
            Reading { bytes in
                _ = ground.file("model.bin", bytes)
                _ = try? LanguageModel(contentsOf: ground.scratch)
            }
        },
    ]

    private static func document(
        _ ground: FuzzGround, _ type: MediaType?
    ) throws -> any FuzzTarget {
        let lexicon = try PageLexicon(directory: ground.data.lexicon())
        let reader = DocumentReader(lexicon: lexicon)
        return Reading { _ = try? reader.document(from: $0, mediaType: type) }
    }
}
