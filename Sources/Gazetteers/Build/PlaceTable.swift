internal import Foundation
internal import Geodesy

/// The rows of a table of places, as records.
///
/// Columns: `id name kind country admin1 admin2 lat lon population rank capital feature extent
/// radius_km sea_km basin landmass names`; a table may lack most. `extent` is "west,south,east,north",
/// `names` are separated by `|`, each with a mark in front where it is no plain alternate: `~` historical,
/// `!` abbreviation, `@` demonym, `#` code.
struct PlaceTable {
    /// The kind of the rows when the table has no column for it.
    var defaultKind: PlaceKind?
    /// The key of the source, by the prefix of the identifier; "" for all others.
    var sources: [String: String]

    func records(of file: TableFile) throws(GazetteerError) -> [GazetteerRecord] {
        var records: [GazetteerRecord] = []
        try file.forEachRow { (row) throws(GazetteerError) in
            records.append(try record(of: row))
        }
        return records
    }

    private func record(of row: borrowing TableRow) throws(GazetteerError) -> GazetteerRecord {
        let id = try row.required("id")
        guard let latitude = try row.number("lat"), let longitude = try row.number("lon") else {
            throw row.fault("\(id) has no position")
        }
        let coordinate = Coordinate(latitude: latitude, longitude: longitude)
        guard coordinate.isValid else { throw row.fault("\(id) has a position out of range") }
        var place = Place(
            id: PlaceID(rawValue: id), name: try row.required("name"), kind: try kind(of: row),
            coordinate: coordinate)
        place.country = row.optional("country")
        place.admin1 = row.optional("admin1")
        place.admin2 = row.optional("admin2")
        place.population = try row.integer("population") ?? 0
        place.rank = try row.integer("rank") ?? 0
        place.isCapital = row.optional("capital") == "1"
        place.featureCode = row.optional("feature")
        if let extent = row.optional("extent") { place.extent = try box(extent, row) }
        place.radius = try row.number("radius_km").map { Distance(kilometres: $0) }
        place.distanceToSea = try row.number("sea_km").map { Distance(kilometres: $0) }
        place.basin = try row.integer("basin")
        place.landmass = try row.integer("landmass")
        let prefix = id.prefix { $0 != ":" }
        place.source = sources[String(prefix)] ?? sources[""] ?? ""
        return GazetteerRecord(place, names: names(row.text("names")))
    }

    private func kind(of row: borrowing TableRow) throws(GazetteerError) -> PlaceKind {
        guard let text = row.optional("kind") else {
            guard let defaultKind else { throw row.fault("no kind") }
            return defaultKind
        }
        guard let kind = PlaceKind(rawValue: text) else {
            throw row.fault("\"\(text)\" is no kind of place")
        }
        return kind
    }

    private func box(
        _ text: String, _ row: borrowing TableRow
    ) throws(GazetteerError) -> BoundingBox {
        let edges = text.split(separator: ",").compactMap { Double($0) }
        guard edges.count == 4, edges[1] <= edges[3] else {
            throw row.fault("extent \"\(text)\" is not west,south,east,north")
        }
        return BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
    }

    private func names(_ text: String) -> [GazetteerRecord.Name] {
        text.utf8.split(separator: 0x7C).compactMap { part in
            let kind: NameKind
            var body = part
            switch part.first {
            case 0x7E: kind = .historical
            case 0x21: kind = .abbreviation
            case 0x40: kind = .demonym
            case 0x23: kind = .code
            default: kind = .alternate
            }
            if kind != .alternate { body = body.dropFirst() }
            let name = String(decoding: body, as: UTF8.self)
            return name.isEmpty ? nil : GazetteerRecord.Name(name, kind: kind)
        }
    }
}
