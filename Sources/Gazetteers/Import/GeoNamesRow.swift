internal import Geodesy

/// A line of a GeoNames dump (allCountries.txt or a country's), as its readme describes it.
///
/// Tab-separated: geonameid, name, asciiname, alternatenames (by commas), latitude, longitude, feature
/// class, feature code, country, cc2, admin1, admin2, admin3, admin4, population, and more.
enum GeoNamesRow {
    private static let columns = 15

    /// The record of a line, or nil for a line that is none.
    static func record(
        of line: UnsafeBufferPointer<UInt8>, features: FeatureTable, source: String
    ) -> GazetteerRecord? {
        var fields: [Slice<UnsafeBufferPointer<UInt8>>] = []
        fields.reserveCapacity(19)
        var start = line.startIndex
        for index in line.indices where line[index] == 0x09 {
            fields.append(line[start..<index])
            start = index + 1
        }
        fields.append(line[start...])
        guard fields.count >= columns else { return nil }
        func text(_ column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }
        guard let id = Int(text(0)), let latitude = Double(text(4)),
            let longitude = Double(text(5)),
            let feature = features.entry(class: text(6), code: text(7))
        else { return nil }
        let coordinate = Coordinate(latitude: latitude, longitude: longitude)
        let name = text(1)
        guard coordinate.isValid, !name.isEmpty else { return nil }
        var place = Place(
            id: PlaceID(geonameID: id), name: name, kind: feature.kind, coordinate: coordinate)
        let country = text(8)
        place.country = country.isEmpty ? nil : country
        if !fields[10].isEmpty, !fields[10].elementsEqual("00".utf8) {
            place.admin1 = "\(country).\(text(10))"
            if !fields[11].isEmpty { place.admin2 = "\(country).\(text(10)).\(text(11))" }
        }
        place.population = Int(text(14)) ?? 0
        place.rank = feature.rank ?? 0
        place.featureCode = text(7)
        place.isCapital = place.featureCode == "PPLC"
        place.source = source
        return GazetteerRecord(place, names: names(of: fields, name: name))
    }

    private static func names(
        of fields: [Slice<UnsafeBufferPointer<UInt8>>], name: String
    ) -> [GazetteerRecord.Name] {
        var names: [GazetteerRecord.Name] = []
        if !fields[2].isEmpty, !fields[2].elementsEqual(name.utf8) {
            names.append(.init(String(decoding: fields[2], as: UTF8.self)))
        }
        for part in fields[3].split(separator: 0x2C) where !isTransliteration(part) {
            names.append(
                .init(
                    String(decoding: part, as: UTF8.self), kind: isCode(part) ? .code : .alternate))
        }
        return names
    }

    /// GeoNames' own transliterations of other scripts are in small ASCII letters throughout.
    private static func isTransliteration(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        name.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    }

    private static func isCode(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (3...4).contains(name.count) && name.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
