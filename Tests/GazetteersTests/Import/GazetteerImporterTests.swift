import Foundation
import Gazetteers
import Geodesy
import Testing

@Suite("Layers of one's own")
struct GazetteerImporterTests {
    /// Two lines in the form of a GeoNames dump, one that is none, one of a feature that is not listed.
    static let dump = """
        990000001\tNeka\tNeka\tNekā,نکا,NKA,neka\t36.65\t53.3\tP\tPPL\tIR\t\t35\t12\t\t\t46680\t\t-10\tAsia/Tehran\t2026-01-01
        nonsense
        990000002\tRud-e Neka\tRud-e Neka\t\t36.7\t53.2\tH\tSTM\tIR\t\t35\t\t\t\t0\t\t-20\tAsia/Tehran\t2026-01-01
        990000003\tHighway\tHighway\t\t36.7\t53.2\tR\tRD\tIR\t\t35\t\t\t\t0\t\t0\tAsia/Tehran\t2026-01-01

        """

    private func importing(
        _ name: String, _ text: String, in folder: SmallTables,
        change: (inout GazetteerImporter.Request) -> Void = { _ in }
    ) throws -> (Gazetteer, GazetteerImporter.Summary) {
        let built = folder.url("a.sqlite")
        if !FileManager.default.fileExists(atPath: built.path) { _ = try folder.build("a.sqlite") }
        try folder.write(name, text)
        var request = GazetteerImporter.Request(file: folder.url(name))
        change(&request)
        let summary = try GazetteerImporter(gazetteer: built).run(request)
        return (try Gazetteer(at: built), summary)
    }

    @Test("a GeoNames dump is found under all its names, beside the bundle")
    func geoNames() throws {
        let folder = try SmallTables()
        let (gazetteer, summary) = try importing("IR.txt", Self.dump, in: folder)
        #expect(summary.rows == 2 && summary.faults == 2)
        for name in ["Neka", "Nekā", "نکا"] {
            let match = try #require(gazetteer.matches(for: name).first)
            #expect(match.place.id.geonameID == 990_000_001)
            #expect(match.place.admin1 == "IR.35" && match.place.population == 46_680)
            #expect(match.place.source == "user-IR")
        }
        #expect(gazetteer.matches(for: "NKA").first?.kind == .code)
        #expect(gazetteer.matches(for: "Rud-e Neka").first?.place.kind == .river)
        #expect(gazetteer.matches(for: "Behshahr").count == 1)
        #expect(gazetteer.metadata.sources.map(\.key) == ["towns", "own", "user-IR"])
        #expect(gazetteer.metadata.sources.map(\.rows) == [2, 2, 2])
    }

    @Test("an import in several files gives the same places, and one file at a time is carried on")
    func shards() throws {
        let folder = try SmallTables()
        let lines = (1...50).map { number in
            "\(991_000_000 + number)\tTown \(number)\tTown \(number)\t\t10.5\t\(number)\tP\tPPL\tIN\t\t01\t\t\t\t0\t\t0\t\t2026-01-01"
        }
        let (gazetteer, summary) = try importing(
            "IN.txt", lines.joined(separator: "\n"), in: folder
        ) { $0.placesPerFile = 7 }
        #expect(summary.rows == 50)
        #expect(gazetteer.metadata.sources.filter { $0.key == "user-IN" }.map(\.rows) == [50])
        for number in [1, 7, 8, 50] {
            #expect(gazetteer.matches(for: "Town \(number)").count == 1)
        }
        // The same file again: everything is there already.
        let (again, second) = try importing("IN.txt", lines.joined(separator: "\n"), in: folder) {
            $0.placesPerFile = 7
        }
        #expect(second.rows == 50 && again.matches(for: "Town 50").count == 1)
        #expect(try GazetteerImporter(gazetteer: folder.url("a.sqlite")).layers() == ["IN"])
    }

    @Test("an imported place knows its nearest port, its sea and its landmass")
    func surroundings() throws {
        let folder = try SmallTables()
        let (gazetteer, _) = try importing(
            "sites.csv",
            "name,lat,lon,kind\nYard,36.8518,53.3954,facility\nDepot,36.693,53.553,facility\nFar,10,10,city\nPool,36.85,53.39,lake\n",
            in: folder)
        func place(_ name: String) throws -> Place {
            try #require(gazetteer.matches(for: name).first?.place)
        }
        let yard = try place("Yard")
        #expect(yard.nearestPort?.geonameID == 13_157_242)
        // 0.03 degrees of longitude at 36.85 N: 111.32 km * cos(36.85) * 0.03.
        #expect(abs((yard.nearestPortDistance?.kilometres ?? 0) - 2.67) < 0.02)
        #expect(yard.basin == 1)
        // The port is 1.9 km from the sea: the yard is, within its 2.7 km of the port.
        #expect(try #require(yard.distanceToSea).kilometres < 4.6)
        let depot = try place("Depot")
        #expect(abs((depot.distanceToSea?.kilometres ?? 0) - 18) < 0.5 && depot.landmass == 1)
        let far = try place("Far")
        #expect(far.nearestPort == nil && far.distanceToSea == nil && far.basin == nil)
        #expect(try place("Pool").nearestPort == nil)
    }

    @Test("an import that was killed between two files goes on behind the first ones")
    func resumed() throws {
        let folder = try SmallTables()
        let lines = (1...50).map { number in
            "\(991_000_000 + number)\tTown \(number)\tTown \(number)\t\t10.5\t\(number)\tP\tPPL\tIN\t\t01\t\t\t\t0\t\t0\t\t2026-01-01\n"
        }
        let text = lines.joined()
        _ = try importing("IN.txt", text, in: folder) { $0.placesPerFile = 7 }
        // What a kill leaves: two whole files, a part of the third, and no manifest.
        let layers = folder.url("a.sqlite.layers")
        let names = try FileManager.default.contentsOfDirectory(atPath: layers.path)
        let manifest = try #require(names.first { $0.hasSuffix(".layer.json") })
        try FileManager.default.removeItem(at: layers.appendingPathComponent(manifest))
        let shards = layers.appendingPathComponent(
            try #require(names.first { !$0.hasSuffix(".json") }))
        let offset = lines.prefix(14).joined().utf8.count
        try Data(
            "{\"offset\": \(offset), \"rows\": 14, \"faults\": 0, \"files\": [\"0.index\", \"1.index\"]}"
                .utf8
        ).write(to: shards.appendingPathComponent("state.json"))
        for number in 2...7 {
            try FileManager.default.removeItem(
                at: shards.appendingPathComponent("\(number).index"))
        }
        try Data("cut".utf8).write(to: shards.appendingPathComponent("2.index.part"))
        let first = try Data(contentsOf: shards.appendingPathComponent("0.index"))
        #expect(try Gazetteer(at: folder.url("a.sqlite")).matches(for: "Town 3").isEmpty)

        var request = GazetteerImporter.Request(file: folder.url("IN.txt"))
        request.placesPerFile = 7
        let built = folder.url("a.sqlite")
        #expect(try GazetteerImporter(gazetteer: built).run(request).rows == 50)
        let gazetteer = try Gazetteer(at: built)
        for number in [1, 14, 15, 50] {
            #expect(gazetteer.matches(for: "Town \(number)").count == 1)
        }
        #expect(try Data(contentsOf: shards.appendingPathComponent("0.index")) == first)
    }

    @Test("a table and GeoJSON tell how far they are", arguments: ["sites.csv", "sites.geojson"])
    func progress(name: String) throws {
        let folder = try SmallTables()
        let built = try folder.build("a.sqlite")
        let rows = (1...21_000)
        if name.hasSuffix("csv") {
            try folder.write(
                name, "name,lat,lon\n" + rows.map { "Site \($0),10,\($0 % 90)\n" }.joined())
        } else {
            let features = rows.map {
                "{\"type\":\"Feature\",\"properties\":{\"name\":\"Site \($0)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[\($0 % 90),10]}}"
            }
            try folder.write(
                name,
                "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
            )
        }
        var shares: [Double] = []
        let summary = try GazetteerImporter(gazetteer: built)
            .run(.init(file: folder.url(name))) { share, _ in shares.append(share) }
        #expect(summary.rows == 21_000)
        #expect(shares.count >= 2 && shares.last == 1 && shares == shares.sorted())
    }

    @Test("names of alternateNamesV2 join their places with their kinds")
    func alternateNames() throws {
        let folder = try SmallTables()
        try folder.write(
            "names.txt",
            """
            1\t990000001\tla\tNeka Antiqua\t\t\t\t1
            2\t990000001\tlink\thttps://example.org/Neka\t\t\t\t
            3\t990000001\tunlc\tIRNEK\t\t\t\t
            4\t42\ten\tElsewhere\t\t\t\t

            """)
        let (gazetteer, _) = try importing("IR.txt", Self.dump, in: folder) {
            $0.alternateNames = folder.url("names.txt")
        }
        #expect(gazetteer.matches(for: "Neka Antiqua").first?.kind == .historical)
        #expect(gazetteer.matches(for: "IRNEK").first?.kind == .code)
        #expect(gazetteer.matches(for: "https://example.org/Neka").isEmpty)
        #expect(gazetteer.matches(for: "Elsewhere").isEmpty)
    }

    @Test("a table of one's own outranks the bundle, and goes when it is removed")
    func table() throws {
        let folder = try SmallTables()
        let (gazetteer, _) = try importing(
            "mine.csv",
            "name,lat,lon,kind,country,names\n\"Behshahr\",36.7,53.5,facility,IR,\"Depot 4|Shop \"\"A\"\"\"\n",
            in: folder)
        let matches = gazetteer.matches(for: "Behshahr")
        #expect(matches.map(\.place.id.rawValue) == ["user:mine/2", "gn:140918"])
        #expect(gazetteer.matches(for: "Shop \"A\"").count == 1)
        let importer = GazetteerImporter(gazetteer: folder.url("a.sqlite"))
        try importer.remove(layer: "mine")
        #expect(try Gazetteer(at: folder.url("a.sqlite")).matches(for: "Behshahr").count == 1)
    }

    @Test("GeoJSON points and areas become places; an area keeps its box")
    func geoJSON() throws {
        let folder = try SmallTables()
        let (gazetteer, summary) = try importing(
            "sites.geojson",
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"name": "Gate", "names": ["Door"]},
               "geometry": {"type": "Point", "coordinates": [52.05, 55.82]}},
              {"type": "Feature", "properties": {"name": "Field", "kind": "zone"},
               "geometry": {"type": "Polygon", "coordinates": [[[52, 55], [53, 55], [53, 56], [52, 55]]]}}]}
            """, in: folder)
        #expect(summary.rows == 2)
        let gate = try #require(gazetteer.matches(for: "Door").first?.place)
        #expect(gate.coordinate == Coordinate(latitude: 55.82, longitude: 52.05))
        let field = try #require(gazetteer.matches(for: "Field").first?.place)
        #expect(field.kind == .zone)
        #expect(field.extent == BoundingBox(west: 52, south: 55, east: 53, north: 56))
    }

    @Test(
        "faulty files are refused in one line",
        arguments: [
            ("x.csv", "name,lat,lon\nA,95,10\n", "out of range"),
            ("x.csv", "name,lat,lon\nA,,10\n", "no position"),
            ("x.csv", "name,lat,lon\n,5,10\n", "no name"),
            ("x.csv", "name,lat,lon,kind\nA,5,10,hamlet\n", "no kind of place"),
            ("x.geojson", "{\"type\": \"Point\"}", "no feature collection"),
            ("x.geojson", "not JSON", "no feature collection"),
        ])
    func faulty(name: String, text: String, complaint: String) throws {
        let folder = try SmallTables()
        let error = #expect(throws: GazetteerError.self) {
            _ = try importing(name, text, in: folder)
        }
        #expect(error?.description.contains(complaint) == true)
        // The bundle is as it was.
        #expect(try Gazetteer(at: folder.url("a.sqlite")).metadata.places == 4)
    }

    @Test("a layer whose files are gone or cut short is told so")
    func damagedLayer() throws {
        let folder = try SmallTables()
        _ = try importing("IR.txt", Self.dump, in: folder)
        let layers = folder.url("a.sqlite.layers")
        let files = try #require(FileManager.default.enumerator(atPath: layers.path))
        let index = try #require(
            files.compactMap { $0 as? String }.first { $0.hasSuffix(".index") })
        let url = layers.appendingPathComponent(index)
        try Data(contentsOf: url).dropLast(10).write(to: url)
        #expect(throws: GazetteerError.self) { try Gazetteer(at: folder.url("a.sqlite")) }
        try FileManager.default.removeItem(at: url)
        #expect(throws: GazetteerError.self) { try Gazetteer(at: folder.url("a.sqlite")) }
    }
}
