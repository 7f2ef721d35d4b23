internal import Foundation

/// `harbours.tsv`: how large ports are, and what they are main ports for.
///
/// Columns `id size cargo`; `size` is a number of `Harbour.Size`, `cargo` words of `Harbour.Cargoes`
/// with commas between. Rows of ports that the tables of places do not have are passed over.
struct HarbourTable {
    private(set) var harbours: [PlaceID: Harbour] = [:]
    private(set) var hash: UInt64 = 0

    init() {}

    init(at url: URL) throws(GazetteerError) {
        let file = try TableFile(at: url)
        hash = file.hash
        var found: [PlaceID: Harbour] = [:]
        try file.forEachRow { (row) throws(GazetteerError) in
            let id = try row.required("id")
            guard
                let size = try row.integer("size").flatMap({ UInt8(exactly: $0) })
                    .flatMap(Harbour.Size.init(rawValue:))
            else { throw row.fault("\(id) has no size") }
            var cargoes: Harbour.Cargoes = []
            for word in row.text("cargo").split(separator: ",") {
                guard let sort = Harbour.Cargoes(named: word) else {
                    throw row.fault("\"\(word)\" is no sort of cargo")
                }
                cargoes.formUnion(sort)
            }
            found[PlaceID(rawValue: id)] = Harbour(size: size, cargoes: cargoes)
        }
        harbours = found
    }
}
