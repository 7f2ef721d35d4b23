internal import Foundation

/// The tables that a gazetteer is built from, as `sources.tsv` lists them.
///
/// Columns: `key table prefix kind name version licence attribution sha256`; one row a source within a
/// table; `prefix` is that of the identifiers, empty for all.
struct GazetteerSources {
    /// One table of places.
    struct Table {
        var file: String
        var kind: PlaceKind?
        var keys: [String: String]
    }

    var sources: [GazetteerSource] = []
    var tables: [Table] = []
    var hash: UInt64

    init(at url: URL) throws(GazetteerError) {
        let file = try TableFile(at: url)
        hash = file.hash
        var sources: [GazetteerSource] = []
        var tables: [Table] = []
        try file.forEachRow { (row) throws(GazetteerError) in
            let key = try row.required("key")
            if !sources.contains(where: { $0.key == key }) {
                sources.append(
                    GazetteerSource(
                        key: key, name: row.text("name"), version: row.text("version"),
                        licence: row.text("licence"), attribution: row.text("attribution"),
                        sha256: row.text("sha256")))
            }
            guard let table = row.optional("table") else { return }
            if tables.last?.file != table {
                tables.append(
                    Table(file: table, kind: PlaceKind(rawValue: row.text("kind")), keys: [:]))
            }
            tables[tables.count - 1].keys[row.text("prefix")] = key
        }
        self.sources = sources
        self.tables = tables
    }
}
