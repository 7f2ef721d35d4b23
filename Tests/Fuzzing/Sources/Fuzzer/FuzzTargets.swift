import Documents
import Foundation
import Gazetteers
import Geodesy
import Language
import Periplus
import Resolving
import Routing

/// The targets by name: what anybody may have written.
enum FuzzTargets {
    typealias Maker = @Sendable (FuzzGround) throws -> any FuzzTarget

    static let all: [String: Maker] = texts.merging(files) { $1 }

    private static let texts: [String: Maker] = [
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
            return Reading { _ = mapper.map(mapper.document(text: text($0))) }
        },
        "prose": { try ProseTarget($0) },
        "coordinates": { _ in Reading { _ = try? Coordinate(parsing: text($0)) } },
        "positions": { ground in
            let reader = try PositionReader(lexicon: ground.data.lexicon())
            return Reading { _ = reader.position(text($0)) }
        },
        "pairs": { ground in
            let planner = try LegPlanner(graph: ground.data.seaGraph)
            return Reading { bytes in
                let ends = text(bytes).split(separator: "\t").map {
                    try? Coordinate(parsing: String($0))
                }
                guard ends.count == 2, let start = ends[0], let end = ends[1] else { return }
                for mode in [TravelMode.sea, .land, .air] {
                    _ = try? planner.plan(from: start, to: end, mode: mode)
                }
            }
        },
        "names": { ground in
            let finder = PlaceFinder(gazetteer: try Gazetteer(at: ground.data.gazetteer))
            return Reading { _ = try? finder.find(text($0)) }
        },
        "dates": { _ in Reading { _ = CalendarDate(text($0)) } },
        "lexicon": { _ in Reading { _ = try? LexiconTable(text($0), named: "t.tsv") } },
    ]

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func document(
        _ ground: FuzzGround, _ type: MediaType?
    ) throws -> any FuzzTarget {
        let lexicon = try PageLexicon(directory: ground.data.lexicon())
        let reader = DocumentReader(lexicon: lexicon)
        return Reading { _ = try? reader.document(from: $0, mediaType: type) }
    }
}
