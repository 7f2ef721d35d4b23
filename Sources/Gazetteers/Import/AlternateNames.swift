internal import Foundation

/// GeoNames' alternateNamesV2.txt.
///
/// Tab-separated: number, geonameid, language, name, preferred, short, colloquial, historic, from, to. The
/// pseudo-languages `link`, `wkdt` and `post` hold no names; `iata`, `icao`, `faac`, `unlc` hold codes.
enum AlternateNames {
    private static let noNames: Set<String> = ["link", "wkdt", "post", "tcid", "phon"]
    private static let codes: Set<String> = ["iata", "icao", "faac", "unlc"]

    /// The names of a set of places, in the order of the file.
    static func names(
        in url: URL, of ids: Set<Int>
    ) throws(GazetteerError) -> [Int: [GazetteerRecord.Name]] {
        var names: [Int: [GazetteerRecord.Name]] = [:]
        var lines = try LineReader(url)
        while let found = try lines.next({ name(of: $0, ids: ids) }) {
            if let (id, name) = found { names[id, default: []].append(name) }
        }
        return names
    }

    private static func name(
        of line: UnsafeBufferPointer<UInt8>, ids: Set<Int>
    ) -> (Int, GazetteerRecord.Name)? {
        let fields = line.split(separator: 0x09, maxSplits: 8, omittingEmptySubsequences: false)
        guard fields.count >= 4, let id = Int(String(decoding: fields[1], as: UTF8.self)),
            ids.contains(id), !fields[3].isEmpty
        else { return nil }
        let language = String(decoding: fields[2], as: UTF8.self)
        guard !noNames.contains(language) else { return nil }
        let isHistoric = fields.count > 7 && fields[7].elementsEqual("1".utf8)
        let kind: NameKind =
            codes.contains(language)
            ? .code
            : isHistoric
                ? .historical
                : language == "abbr" ? .abbreviation : .alternate
        return (id, .init(String(decoding: fields[3], as: UTF8.self), kind: kind))
    }
}
