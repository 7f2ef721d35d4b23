import Foundation
import Fuzzing
import Gazetteers
import Geodesy
import Language
import Routing

/// Files of the program and of its users.
extension ReaderTargets {
    static let files: [String: FuzzTargetMaker] = [
        "import": { ground in
            let gazetteer = try ground.smallGazetteer()
            return Reading { bytes in
                for name in ["p.csv", "p.geojson", "p.txt"] {
                    let importer = GazetteerImporter(gazetteer: gazetteer)
                    _ = try? importer.run(.init(file: ground.file(name, bytes)))
                    _ = (try? Gazetteer(at: gazetteer))?.matches(for: "Depot")
                    try? importer.remove(layer: "p")
                }
            }
        },
        "tables": { ground in
            Reading { bytes in
                // The tables of a gazetteer, parted by a form feed.
                let texts = bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
                for (name, text) in zip(FuzzGround.tableNames, texts) {
                    _ = ground.file(name, Array(text))
                }
                try? GazetteerBuilder().build(
                    from: ground.scratch, to: ground.scratch.appending(path: "made.sqlite"))
            }
        },
        "index": { ground in
            let gazetteer = try ground.smallGazetteer()
            let index = URL(fileURLWithPath: gazetteer.path + ".index")
            return try PatchedFile(index) { search(gazetteer) }
        },
        "database": { ground in
            let gazetteer = try ground.smallGazetteer()
            let table = ground.file("more.csv", Array("name,lat,lon\nDepot,36.5,53.1\n".utf8))
            return try PatchedFile(gazetteer) {
                _ = try? GazetteerImporter(gazetteer: gazetteer).run(.init(file: table))
            }
        },
        "graph": { ground in
            let graph = try ground.copy(seaGraph(ground))
            let ends = [
                Coordinate(latitude: 36.9, longitude: 53.3),
                Coordinate(latitude: 42.9, longitude: 47.5),
                Coordinate(latitude: 51.9, longitude: 4.1),
                Coordinate(latitude: 1.2, longitude: 103.8),
            ]
            return try PatchedFile(graph) {
                guard let planner = try? LegPlanner(graph: graph) else { return }
                for (start, end) in zip(ends, ends.dropFirst()) {
                    for mode in [TravelMode.sea, .land] {
                        _ = try? planner.plan(from: start, to: end, mode: mode)
                    }
                }
            }
        },
        "model": { ground in
            let rules = ground.data.appending(path: "Language/en/tokenizer.tsv")
            let model = ground.data.appending(path: "Language/en/model.bin")
            let folder = try ground.copy(rules).deletingLastPathComponent()
            return try PatchedFile(ground.copy(model)) {
                _ = (try? LanguageModel(contentsOf: folder))?.analyse(sentence)
            }
        },
    ]

    private static let sentence =
        "On Monday two ships with 30,000 t of barley left Odesa for Port Said by way of Istanbul."

    private static func search(_ gazetteer: URL) {
        guard let opened = try? Gazetteer(at: gazetteer) else { return }
        for matching in [GazetteerQuery.Matching.exact, .prefix, .fuzzy] {
            for name in ["Behshahr", "Ashraf", "Port Said", "Be"] {
                var query = GazetteerQuery(name: name)
                query.matching = matching
                for match in opened.search(query) {
                    _ = opened.place(match.place.id)
                    _ = opened.names(of: match.place.id)
                    _ = opened.shape(of: match.place.id)
                }
            }
        }
        _ = opened.matches(for: "Behshahr")
        _ = opened.places(
            near: Coordinate(latitude: 36.7, longitude: 53.5), within: Distance(metres: 500_000))
    }
}
