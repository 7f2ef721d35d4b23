import Foundation
import Gazetteers
import Geodesy
import Geoparsing
import Resolving
import Testing

/// An analyst's own decisions win over the text and hold where they are meant to.
@Suite("Places decided by hand")
struct AnalystPlacesTests {
    private let text = "Wheat was shipped from Mersin in Turkey to Tripoli in northern Lebanon."

    private func analyst(_ content: String) throws -> AnalystPlaces {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "periplus-decisions-\(UUID().uuidString)")
        try Data(content.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try AnalystPlaces(contentsOf: file, gazetteer: Reading.shared().gazetteer)
    }

    private func tripoli(_ analyst: AnalystPlaces, id: String? = nil) throws -> Place? {
        let reading = try Reading.shared()
        return reading.place(
            of: "Tripoli", in: reading.answers(to: text, analyst: analyst, id: id))
    }

    @Test("without decisions the text decides")
    func none() throws {
        #expect(try tripoli(AnalystPlaces())?.country == "LB")
    }

    @Test("a position in a table", arguments: [",", "\t"])
    func table(separator: String) throws {
        let rows = [
            ["Name", "lat", "lon", "kind", "place"],
            ["Tripoli", "37.51", "22.37", "city", "Tripoli of Arcadia"],
        ]
        let place = try tripoli(
            analyst(rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")))
        #expect(place?.name == "Tripoli of Arcadia")
        #expect(place?.kind == .city)
        #expect(place?.coordinate == .init(latitude: 37.51, longitude: 22.37))
    }

    @Test("a feature of GeoJSON")
    func geoJSON() throws {
        let place = try tripoli(
            analyst(
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "geometry": {"type": "Point", "coordinates": [22, 37.51]},
                 "properties": {"name": "tripoli", "kind": "city", "country": "gr"}}]}
                """))
        #expect(place?.coordinate == .init(latitude: 37.51, longitude: 22))
        #expect(place?.country == "GR")
    }

    @Test("a place of the gazetteer by its id, surely and with the reason")
    func byID() throws {
        let reading = try Reading.shared()
        let libyan = try #require(
            reading.gazetteer.matches(for: "Tripoli", limit: 40).map(\.place)
                .first { $0.country == "LY" && $0.kind == .city })
        let answers = reading.answers(
            to: text, analyst: try analyst("name,id\nTripoli,\(libyan.id.rawValue)\n"))
        let decision = answers.first { $0.mention.text == "Tripoli" }?.decision
        #expect(decision?.choice.best?.place.id == libyan.id)
        #expect(decision?.choice.best?.confidence == 1)
        #expect(decision?.because == ["analyst"])
        #expect(reading.place(of: "Mersin", in: answers)?.country == "TR")
    }

    @Test("a decision for one document goes before that for all, and not beyond it")
    func oneDocument() throws {
        let decisions = try analyst(
            "name,document,lat,lon\nTripoli,a.txt,10,20\nTripoli,,30,40\nMersin,b.txt,1,2\n")
        #expect(try tripoli(decisions, id: "a.txt")?.coordinate.latitude == 10)
        #expect(try tripoli(decisions, id: "b.txt")?.coordinate.latitude == 30)
        #expect(try tripoli(decisions)?.coordinate.latitude == 30)
    }

    @Test(
        "a file that is no such list is refused with its line",
        arguments: [
            ("", "is empty"), ("place,lat,lon\nX,1,2\n", "line 1: no column \"name\""),
            ("name,lat,lon\nX,91,2\n", "line 2: X: the position is out of range"),
            ("name,lat,lon\nX,1,2\n\nY,north,2\n", "line 4: Y: \"north\", \"2\" is no lat"),
            ("name,lat,lon\n,1,2\n", "line 2: no name"),
            ("name,id\nX,\n", "line 2: X has neither"),
            ("name,id\nX,gn:0\n", "line 2: the gazetteer has no place gn:0"),
            ("name,lat,lon,kind\nX,1,2,town\n", "line 2: \"town\" is no kind of place"),
            ("{\"type\": \"Feature\"}", "is no GeoJSON feature collection"),
            ("{", "is no GeoJSON feature collection"),
            (
                "{\"features\": [{\"properties\": {\"name\": \"X\"}, \"geometry\": {\"type\": \"Point\"}}]}",
                "feature 1: the geometry is no point"
            ),
        ])
    func malformed(content: String, words: String) throws {
        let error = #expect(throws: AnalystPlacesError.self) { try analyst(content) }
        #expect(error?.description.contains(words) ?? false, "\(String(describing: error))")
    }
}
