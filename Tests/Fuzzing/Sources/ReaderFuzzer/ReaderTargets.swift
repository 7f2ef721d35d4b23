import Documents
import Foundation
import Fuzzing
import Geodesy
import Geoparsing
import Language
import Routing

/// The targets that read texts and files, by name: what anybody may have written.
enum ReaderTargets {
    static let all: [String: FuzzTargetMaker] = texts.merging(files) { $1 }

    private static let texts: [String: FuzzTargetMaker] = [
        "text": { try document($0, .plainText) },
        "markdown": { try document($0, .markdown) },
        "html": { try document($0, .html) },
        "bytes": { try document($0, nil) },
        "coordinates": { _ in Reading { _ = try? Coordinate(parsing: text($0)) } },
        "positions": { ground in
            let reader = try PositionReader(lexicon: lexicon(ground))
            return Reading { _ = reader.position(text($0)) }
        },
        "pairs": { ground in
            let planner = try LegPlanner(graph: seaGraph(ground))
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
        "dates": { _ in Reading { _ = CalendarDate(text($0)) } },
        "lexicon": { _ in Reading { _ = try? LexiconTable(text($0), named: "t.tsv") } },
    ]

    static func seaGraph(_ ground: FuzzGround) -> URL {
        ground.data.appending(path: "Routing/sea.graph")
    }

    private static func lexicon(_ ground: FuzzGround) -> URL {
        ground.data.appending(path: "Lexicon/en")
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func document(
        _ ground: FuzzGround, _ type: MediaType?
    ) throws -> any FuzzTarget {
        let lexicon = try PageLexicon(directory: lexicon(ground))
        let reader = DocumentReader(lexicon: lexicon)
        return Reading { _ = try? reader.document(from: $0, mediaType: type) }
    }
}
