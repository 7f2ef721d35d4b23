public import Foundation
public import Gazetteers

extension AnalystPlaces {
    /// The decisions of a file: a table with a header (commas or tabs), or GeoJSON of points.
    ///
    /// Columns or properties: `name` as it stands in the texts; `document`, the id of the only document
    /// it holds for, or nothing for all; then `id` of a place of the gazetteer, or a position (`lat` and
    /// `lon`, the point of a feature) with `kind` (else facility), `country` and `place`, the name to show.
    ///
    /// - Parameters:
    ///   - file: UTF-8.
    ///   - gazetteer: Where the places of ids are looked up.
    /// - Throws: `AnalystPlacesError` naming the file and the line or feature.
    public init(contentsOf file: URL, gazetteer: Gazetteer) throws(AnalystPlacesError) {
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw FileManager.default.fileExists(atPath: file.path)
                ? .unreadable(path: file.path, reason: error.localizedDescription)
                : .missing(path: file.path)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .malformed(path: file.path, where: "", what: "is not UTF-8 text")
        }
        self.init()
        for row in try AnalystRow.rows(of: text, path: file.path) {
            add(try row.entry(gazetteer))
        }
    }
}
