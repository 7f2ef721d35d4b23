internal import ArgumentParser
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Periplus

/// `periplus gazetteer search`: the places of a name.
struct GazetteerSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the places of a name, in any script.")

    @Argument(
        help: ArgumentHelp(
            "The name, or its beginning; - reads a name a line.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Nearest to this place first.", valueName: "place"))
    var near: String?

    @Option(
        name: .customLong("in"), help: "Only in a country: its name or two-letter code.")
    var country: String?

    @Option(name: .customLong("class"), help: "Only of a kind: city, port, sea ...")
    var kind: String?

    @Flag(help: "Also names that begin so.")
    var prefix = false

    @Flag(help: "Also misspelt names.")
    var fuzzy = false

    @Option(help: "No more than so many.")
    var limit = 20

    @Flag(help: "As JSON lines.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        let gazetteer = try Engine.gazetteer(data, data: try Engine.data(), quiet: false)
        var query = GazetteerQuery(name: LeadingMinus.restore(name))
        query.matching = fuzzy ? .fuzzy : prefix ? .prefix : .exact
        query.country = try country.map { try code(of: $0, gazetteer) }
        query.limit = limit
        if let kind {
            guard let known = PlaceKind(rawValue: kind.lowercased()) else {
                let kinds = PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandError(.usage, "no kind of place \"\(kind)\"; there are \(kinds)")
            }
            query.kinds = [known]
        }
        if let near {
            do throws(PlaceFinderError) {
                let finder = PlaceFinder(
                    gazetteer: gazetteer, positions: Engine.positionReader())
                query.near = try finder.find(LeadingMinus.restore(near)).coordinate
            } catch {
                throw CommandError(error)
            }
        }
        if name == "-" {
            return try answerLines(gazetteer, query)
        }
        let finder = PlaceFinder(gazetteer: gazetteer)
        var matches = gazetteer.search(query)
        if query.matching == .exact, query.near == nil { matches = finder.byLikelihood(matches) }
        guard !matches.isEmpty else {
            throw CommandError(.badData, "no place named \"\(name)\"; try --fuzzy or --prefix")
        }
        if json {
            for match in matches {
                try StandardOutput.write(bytes: JSONLine.bytes(GazetteerRow(match)))
            }
            return
        }
        let labels = finder.labels(of: matches.map(\.place))
        let rows = zip(matches, labels).map { match, label in
            let place = match.place
            let position = String(
                format: "%.4f,%.4f", place.coordinate.latitude, place.coordinate.longitude)
            return [
                place.id.rawValue, place.kind.rawValue, label, position,
                place.population > 0 ? "\(place.population)" : "", match.name,
            ]
        }
        try StandardOutput.write(TextTable.plain(rows, rightAligned: [4]))
    }
}

extension GazetteerSearchCommand {
    /// The two-letter code of a country that is named, or given by its code.
    private func code(of country: String, _ gazetteer: Gazetteer) throws(CommandError) -> String {
        let isCode = country.utf8.count == 2
        for match in gazetteer.matches(for: isCode ? country.uppercased() : country)
        where match.place.kind == .country {
            if let code = match.place.country, !isCode || code == country.uppercased() {
                return code
            }
        }
        // A gazetteer of one's own need not hold the countries of its places.
        guard isCode else { throw CommandError(.badData, "no country named \"\(country)\"") }
        return country.uppercased()
    }

    /// Answers each line of standard input with a line: the query and its matches.
    private func answerLines(_ gazetteer: Gazetteer, _ query: GazetteerQuery) throws {
        var query = query
        while let line = readLine() {
            query.name = line
            let answer = GazetteerAnswer(
                query: line, matches: gazetteer.search(query).map(GazetteerRow.init))
            try StandardOutput.write(bytes: JSONLine.bytes(answer))
        }
    }
}

/// The matches of a name as a line of JSON.
private struct GazetteerAnswer: Encodable {
    var query: String
    var matches: [GazetteerRow]
}

/// A found place as a line of JSON.
private struct GazetteerRow: Encodable {
    var id: String
    var name: String
    var matched: String
    var nameKind: String
    var quality: Double
    var dangerous: Bool?
    var kind: String
    var country: String?
    var admin1: String?
    var lat: Double
    var lon: Double
    var population: Int?
    var source: String

    private enum CodingKeys: String, CodingKey {
        case id, name, matched, quality, dangerous, country, admin1, lat, lon, population, source
        case nameKind = "name_kind"
        case kind = "class"
    }

    init(_ match: NameMatch) {
        id = match.place.id.rawValue
        name = match.place.name
        matched = match.name
        nameKind = match.kind.rawValue
        quality = match.quality
        dangerous = match.isDangerous ? true : nil
        kind = match.place.kind.rawValue
        country = match.place.country
        admin1 = match.place.admin1
        lat = match.place.coordinate.latitude
        lon = match.place.coordinate.longitude
        population = match.place.population > 0 ? match.place.population : nil
        source = match.place.source
    }
}
