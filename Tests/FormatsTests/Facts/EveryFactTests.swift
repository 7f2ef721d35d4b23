import Foundation
import RouteMaps
import Testing

@testable import Formats

/// What a route, a leg or a place tells reaches every file, and the contract of `batch`.
@Suite("Every fact")
struct EveryFactTests {
    static let atlas = Atlas(Maps.complete, sources: [TerminalSummaryTests.source])

    private func read(_ format: OutputFormat) throws -> [String: [[String: String]]] {
        let folder = try ScratchFolder()
        let file = folder.file("out." + format.fileExtension)
        try format.writer.write(Self.atlas, to: file)
        let result = try Tool.plainReader("read_facts").run([file.path])
        return try JSONDecoder().decode(
            [String: [[String: String]]].self, from: Data(result.output.utf8))
    }

    private static var routes: [RouteRecord] {
        var records: [RouteRecord] = []
        atlas.forEachRoute { records.append($0) }
        return records
    }

    @Test("The fixture has a value for every fact")
    func fixture() {
        let (routes, places) = (Self.routes, Self.atlas.placeRecords)
        for fact in RouteFacts.all {
            #expect(routes.contains { fact.value($0).text != nil }, "\(fact.name)")
        }
        for fact in LegFacts.all where fact.name != "continues" && fact.name != "row" {
            #expect(routes[0].legs.contains { fact.value($0).text != nil }, "\(fact.name)")
        }
        for fact in PlaceFacts.all {
            #expect(places.contains { fact.value($0).text != nil }, "\(fact.name)")
        }
    }

    @Test(
        "A file with fields carries every one",
        arguments: [
            OutputFormat.geoJSON, .csv, .geoPackage, .kml, .gpx, .linkedPlaces, .annotations,
            .trips,
        ])
    func fields(format: OutputFormat) throws {
        let found = try read(format)
        let hasKeys = [.geoJSON, .linkedPlaces, .annotations, .trips].contains(format)
        let routes = Self.routes
        let legs = try #require(routes.first).legs
        if format == .annotations {
            try check(RouteFacts.all, of: routes, found["routes"], hasKeys)
            return
        }
        try check(LegFacts.all, of: legs, found["legs"], hasKeys)
        if format == .trips { return }
        if format != .gpx {
            // GeoJSON and KML have features of legs, and of those routes only that have none.
            let isOfLegs = format == .geoJSON || format == .kml
            let told = isOfLegs ? Array(routes.dropFirst()) : routes
            try check(RouteFacts.all, of: told, found["routes"], hasKeys)
        }
        // A way point has a position.
        var places = Self.atlas.placeRecords.filter { format != .gpx || $0.place.display != nil }
        if format == .kml {
            // Stops have a folder of their own.
            places =
                places.filter { !$0.place.roles.isEmpty } + places.filter { $0.place.roles.isEmpty }
        }
        try check(PlaceFacts.all, of: places, found["places"], hasKeys)
    }

    private func check<Subject>(
        _ facts: [Fact<Subject>], of subjects: [Subject], _ records: [[String: String]]?,
        _ hasKeys: Bool
    ) throws {
        let records = try #require(records)
        #expect(records.count >= subjects.count)
        for (subject, record) in zip(subjects, records) {
            for fact in facts {
                guard let expected = fact.value(subject).text else { continue }
                let found = record[hasKeys ? fact.name : fact.column]
                // Where there are objects, these tell more than a cell; of no legs there are none.
                let hasObjects = ["alternatives", "mentions", "legs", "id"].contains(fact.name)
                if hasKeys && hasObjects && (found != nil || fact.name == "legs") { continue }
                #expect(found != nil, "\(fact.name)")
                let isFigure = fact.kind == .real || fact.kind == .integer
                #expect(
                    isFigure
                        ? found.flatMap { Double($0) } == Double(expected) : found == expected,
                    "\(fact.name)")
            }
        }
    }

    @Test("The page tells every one in words")
    func page() throws {
        let found = try read(.html)
        let routes = try #require(found["routes"]).compactMap { $0["card"] }
        let places = try #require(found["places"]).compactMap { $0["card"] }
        // In words of its own: the numbers of legs and documents, positions, flags, figures, days.
        let worded: Set<String> = [
            "title", "mode", "mode_basis", "relation", "status", "rule", "vehicle_id_kind",
            "date_from", "date_to", "document_name", "document_source", "evidence", "assumed",
            "role", "alternatives", "uses", "kinds", "id", "class",
        ]
        func expect<Subject>(_ facts: [Fact<Subject>], of subject: Subject, in card: String?) {
            for fact in facts where fact.kind == .text && !worded.contains(fact.name) {
                guard let text = fact.value(subject).text else { continue }
                #expect(card?.contains(text) == true, "\(fact.name): \(text)")
            }
        }
        for (record, card) in zip(Self.routes, routes) {
            expect(RouteFacts.all, of: record, in: card)
            for leg in record.legs { expect(LegFacts.own, of: leg, in: card) }
        }
        for (record, card) in zip(Self.atlas.placeRecords, places) {
            expect(PlaceFacts.all, of: record, in: card)
        }
        let first = try #require(routes.first)
        for words in [
            "IMO 9074729", "sea, as the text says", "alleged (“might”)", "trade", "Page7",
            "2 June 2024 to 3 June 2024 (“by 3 June”)", "decided by hand", "1,200",
        ] {
            #expect(first.contains(words), "\(words)")
        }
        for words in ["gn:13157242", "1234", "4.5 km", "CC BY 4.0", "IR.35"] {
            #expect(places.contains { $0.contains(words) }, "\(words)")
        }
    }
}
