internal import Foundation
internal import Geodesy

/// A small file of one's own places: GeoJSON, or a table with a header.
///
/// Properties or columns: `name` (needed), `lat` and `lon` (or `latitude`, `longitude`; for tables), `kind`
/// or `class` (else facility), `country`, `names` or `aliases` (by `|` or `;`), `id`, `population`, `rank`.
struct PlaceFile {
    private let file: URL
    private let layer: String
    private let source: String
    /// The rank of a place without one: known enough to stand before towns of the same name.
    private static let usualRank = 8

    init(_ request: GazetteerImporter.Request, source: String) {
        file = request.file
        layer = request.name
        self.source = source
    }

    /// The rows or features between two calls of a progress report.
    private static let reportEvery = 20_000

    /// The places of the file; `progress` is told now and then the share read, in [0, 1], and the places so far.
    func records(
        progress: (_ share: Double, _ rows: Int) -> Void = { _, _ in }
    ) throws(GazetteerError) -> [GazetteerRecord] {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .unreadable(path: file.path, reason: error.localizedDescription)
        }
        if case .table(let separator) = PlaceFileFormat(of: file) {
            return try tableRecords(Array(data), separator: separator, progress: progress)
        }
        return try featureRecords(data, progress: progress)
    }

    private func featureRecords(
        _ data: Data, progress: (Double, Int) -> Void
    ) throws(GazetteerError) -> [GazetteerRecord] {
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let features = object["features"] as? [[String: Any]]
        else {
            throw .badRow(
                file: file.lastPathComponent, line: 1, what: "it is no feature collection")
        }
        var records: [GazetteerRecord] = []
        for (number, feature) in features.enumerated() {
            if number % Self.reportEvery == 0 {
                progress(Double(number) / Double(features.count), records.count)
            }
            guard let geometry = feature["geometry"] as? [String: Any] else { continue }
            let positions = positions(in: geometry["coordinates"] as Any)
            var fields: [String: String] = [:]
            for (key, value) in feature["properties"] as? [String: Any] ?? [:] {
                let texts = (value as? [Any])?.map { "\($0)" }.joined(separator: "|")
                fields[key.lowercased()] = texts ?? "\(value)"
            }
            if let id = feature["id"] { fields["id"] = "\(id)" }
            guard let box = Self.box(positions) else { continue }
            records.append(
                try record(
                    fields, at: Self.middle(box), extent: positions.count > 1 ? box : nil,
                    number: number + 1))
        }
        return records
    }

    /// All positions of nested arrays of coordinates.
    private func positions(in value: Any) -> [Coordinate] {
        guard let array = value as? [Any] else { return [] }
        if array.count >= 2, let longitude = array[0] as? Double, let latitude = array[1] as? Double
        {
            return [Coordinate(latitude: latitude, longitude: longitude)]
        }
        return array.flatMap { positions(in: $0) }
    }

    private static func box(_ positions: [Coordinate]) -> BoundingBox? {
        guard let first = positions.first else { return nil }
        return positions.reduce(
            into: BoundingBox(
                west: first.longitude, south: first.latitude, east: first.longitude,
                north: first.latitude)
        ) { box, position in
            box.west = min(box.west, position.longitude)
            box.east = max(box.east, position.longitude)
            box.south = min(box.south, position.latitude)
            box.north = max(box.north, position.latitude)
        }
    }

    private static func middle(_ box: BoundingBox) -> Coordinate {
        Coordinate(latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2)
    }

    private func tableRecords(
        _ bytes: [UInt8], separator: UInt8, progress: (Double, Int) -> Void
    ) throws(GazetteerError) -> [GazetteerRecord] {
        var header: [String]?
        var records: [GazetteerRecord] = []
        var number = 0
        try SeparatedValues.forEachRow(of: bytes, separator: separator) {
            (row, end) throws(GazetteerError) in
            number += 1
            guard let header else {
                header = row.map { $0.lowercased().trimmingCharacters(in: .whitespaces) }
                return
            }
            guard row.contains(where: { !$0.isEmpty }) else { return }
            let fields = Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
            guard let latitude = Double(fields["lat"] ?? fields["latitude"] ?? ""),
                let longitude = Double(fields["lon"] ?? fields["lng"] ?? fields["longitude"] ?? "")
            else { throw fault(number, "no position (columns lat and lon)") }
            records.append(
                try record(
                    fields, at: Coordinate(latitude: latitude, longitude: longitude), extent: nil,
                    number: number))
            if number % Self.reportEvery == 0 {
                progress(Double(end) / Double(bytes.count), records.count)
            }
        }
        return records
    }

    private func record(
        _ fields: [String: String], at coordinate: Coordinate, extent: BoundingBox?, number: Int
    ) throws(GazetteerError) -> GazetteerRecord {
        guard let name = fields["name"], !name.isEmpty else { throw fault(number, "no name") }
        guard coordinate.isValid else { throw fault(number, "\(name): position out of range") }
        let kindText = fields["kind"] ?? fields["class"] ?? ""
        guard let kind = kindText.isEmpty ? .facility : PlaceKind(rawValue: kindText) else {
            throw fault(number, "\"\(kindText)\" is no kind of place")
        }
        let given = fields["id"] ?? ""
        let id =
            given.contains(":") ? given : "user:\(layer)/\(given.isEmpty ? "\(number)" : given)"
        var place = Place(
            id: PlaceID(rawValue: id), name: name, kind: kind, coordinate: coordinate)
        place.country = fields["country"].flatMap { $0.utf8.count == 2 ? $0.uppercased() : nil }
        place.population = fields["population"].flatMap { Int($0) } ?? 0
        place.rank = fields["rank"].flatMap { Int($0) } ?? Self.usualRank
        place.extent = extent
        place.source = source
        let names = (fields["names"] ?? fields["aliases"] ?? "").split { $0 == "|" || $0 == ";" }
        return GazetteerRecord(
            place, names: names.map { .init($0.trimmingCharacters(in: .whitespaces)) })
    }

    private func fault(_ number: Int, _ what: String) -> GazetteerError {
        .badRow(file: file.lastPathComponent, line: number, what: what)
    }
}
