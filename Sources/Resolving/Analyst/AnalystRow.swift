internal import Foundation
internal import Gazetteers
internal import Geodesy

/// One decision as a file writes it: a row of a table or a feature.
struct AnalystRow {
    /// The path of the file, and where in it the row stands: "line 3", "feature 2".
    let path: String
    let position: String
    /// The fields by the lower-case name of their column or property.
    var fields: [String: String]

    /// The rows of a text; what begins with a brace is GeoJSON, anything else a table with a header.
    static func rows(of text: String, path: String) throws(AnalystPlacesError) -> [AnalystRow] {
        guard let first = text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw .malformed(path: path, where: "", what: "is empty")
        }
        return first == "{"
            ? try features(of: text, path: path) : try tableRows(of: text, path: path)
    }

    private static func tableRows(
        of text: String, path: String
    ) throws(AnalystPlacesError) -> [AnalystRow] {
        let isTabbed = text.prefix { !$0.isNewline }.contains("\t")
        let rows = SeparatedValues.rows(of: text, separator: isTabbed ? "\t" : ",")
        let header = (rows.first ?? []).map {
            $0.lowercased().trimmingCharacters(in: .whitespaces)
        }
        guard header.contains("name") else {
            throw .malformed(path: path, where: "line 1", what: "no column \"name\"")
        }
        return rows.indices.dropFirst().compactMap { index in
            let row = rows[index].map { $0.trimmingCharacters(in: .whitespaces) }
            guard row.contains(where: { !$0.isEmpty }) else { return nil }
            return AnalystRow(
                path: path, position: "line \(index + 1)",
                fields: Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func features(
        of text: String, path: String
    ) throws(AnalystPlacesError) -> [AnalystRow] {
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        guard let features = object?["features"] as? [[String: Any]] else {
            throw .malformed(path: path, where: "", what: "is no GeoJSON feature collection")
        }
        var rows: [AnalystRow] = []
        for (index, feature) in features.enumerated() {
            var row = AnalystRow(path: path, position: "feature \(index + 1)", fields: [:])
            for (key, value) in feature["properties"] as? [String: Any] ?? [:]
            where !(value is NSNull) {
                row.fields[key.lowercased()] = "\(value)"
            }
            if let geometry = feature["geometry"] as? [String: Any] {
                guard geometry["type"] as? String == "Point",
                    let point = geometry["coordinates"] as? [Any], point.count >= 2,
                    let longitude = point[0] as? Double, let latitude = point[1] as? Double
                else { throw row.fault("the geometry is no point") }
                row.fields["lon"] = "\(longitude)"
                row.fields["lat"] = "\(latitude)"
            }
            rows.append(row)
        }
        return rows
    }

    /// The decision of the row.
    func entry(_ gazetteer: Gazetteer) throws(AnalystPlacesError) -> AnalystPlaces.Entry {
        guard let name = field("name") else { throw fault("no name") }
        return AnalystPlaces.Entry(
            name: name, documentID: field("document"), place: try target(name, gazetteer))
    }

    private func target(
        _ name: String, _ gazetteer: Gazetteer
    ) throws(AnalystPlacesError) -> AnalystPlaces.Target {
        let latitude = field("lat") ?? field("latitude")
        let longitude = field("lon") ?? field("longitude") ?? field("lng")
        if latitude == nil, longitude == nil {
            guard let id = field("id").map(PlaceID.init(rawValue:)) else {
                throw fault("\(name) has neither lat and lon nor an id")
            }
            guard gazetteer.place(id) != nil else {
                throw fault("the gazetteer has no place \(id.rawValue)")
            }
            return .id(id)
        }
        guard let north = Double(latitude ?? ""), let east = Double(longitude ?? "") else {
            throw fault(
                "\(name): \"\(latitude ?? "")\", \"\(longitude ?? "")\" is no lat and lon in degrees"
            )
        }
        let coordinate = Coordinate(latitude: north, longitude: east)
        guard coordinate.isValid else { throw fault("\(name): the position is out of range") }
        let kindText = field("kind") ?? field("class") ?? PlaceKind.facility.rawValue
        guard let kind = PlaceKind(rawValue: kindText) else {
            throw fault("\"\(kindText)\" is no kind of place")
        }
        return .place(
            Place(
                id: PlaceID(rawValue: field("id") ?? "user:\(NameFolding.fold(name))"),
                name: field("place") ?? name, kind: kind,
                country: field("country")?.uppercased(), coordinate: coordinate, source: "user"))
    }

    private func field(_ name: String) -> String? {
        fields[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func fault(_ what: String) -> AnalystPlacesError {
        .malformed(path: path, where: position, what: what)
    }
}
