import Foundation
import Gazetteers

/// A folder of small tables in the layout of `Data/Gazetteer`, removed with the value.
final class SmallTables {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("gazetteer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            "sources.tsv",
            """
            key\ttable\tprefix\tkind\tname\tversion\tlicence\tattribution\tsha256
            towns\ttowns.tsv\t\tcity\tTowns\t1\tCC0\t\t
            own\town.tsv\t\t\tOwn table\t1\tCC0\t\t

            """)
        try write(
            "towns.tsv",
            """
            id\tname\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tcapital\tsea_km\tbasin\tlandmass\tnames
            gn:140918\tBehshahr\tIR\tIR.35\t\t36.69235\t53.55262\t94702\t\t18\t1\t1\t#BSM|Ashraf|بهشهر
            gn:2639577\tReading\tUS\tUS.MI\t\t41.83949\t-84.74801\t1056

            """)
        try write(
            "own.tsv",
            """
            id\tname\tkind\tcountry\tlat\tlon\trank\textent\tradius_km\tnames\tsea_km\tbasin
            gn:13157242\tAmirabad Port\tport\tIR\t36.85185\t53.3654\t4\t\t\tBandar Amirabad\t1.9\t1
            px:sea/caspian\tCaspian Sea\tsea\t\t41.79\t50.668\t9\t46.71,36.61,54.02,47.11\t\tCaspian

            """)
        try write("own.names.tsv", "id\tkind\tname\tnote\ngn:140918\tdemonym\tBehshahri\town\n")
        try write("generics.tsv", "word\tposition\tkinds\treplacement\nport\tafter\tport\n")
        try write("dangerous.tsv", "name\twhy\nreading\tword\n")
        try write(
            "features.tsv", "code\tkind\trank\nP.*\tcity\t\nL.PRT\tport\t4\nH.STM\triver\t3\n")
        // One triangle: 50 40, 51.5 40, 51.5 41.25, as zigzag varint steps of 0.0001 degree.
        var shape: [UInt8] = [0, 1, 1, 3]
        for step in [500_000, 400_000, 15_000, 0, 0, 12_500] {
            var value = UInt64(step * 2)
            while value >= 0x80 {
                shape.append(UInt8(value & 0x7F) | 0x80)
                value >>= 7
            }
            shape.append(UInt8(value))
        }
        let id = Array("px:sea/caspian".utf8)
        let bytes =
            Array("PPSHAPE1".utf8) + [UInt8(id.count), 0] + id + [UInt8(shape.count), 0, 0, 0]
            + shape
        try Data(bytes).write(to: url("own.shapes"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: url(name))
    }

    /// Builds a gazetteer in the folder.
    func build(_ name: String) throws(GazetteerError) -> URL {
        try GazetteerBuilder().build(from: folder, to: url(name))
        return url(name)
    }
}
