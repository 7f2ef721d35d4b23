import Foundation
import Testing

/// The tables of a gazetteer of one town.
enum SmallGazetteer {
    /// Builds it in a folder of its own, and gives its path.
    static func built(in scratch: Scratch) throws -> String {
        let gazetteer = scratch.url("small.sqlite").path
        let tables = try tables(in: scratch)
        let built = try PeriplusProcess([
            "gazetteer", "build", "--quiet", "--data", tables.path, "--output", gazetteer,
        ])
        try #require(built.status == 0, "\(built.errors)")
        return gazetteer
    }

    /// Writes the tables into a folder of their own.
    static func tables(in scratch: Scratch) throws -> URL {
        let tables = scratch.url("tables")
        try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
        let texts = [
            "sources.tsv": """
            key\ttable\tprefix\tkind\tname\tversion\tlicence\tattribution\tsha256
            towns\ttowns.tsv\t\tcity\tTowns\t1\tCC0\t\t00ff

            """,
            "towns.tsv": """
            id\tname\tcountry\tadmin1\tadmin2\tlat\tlon\tpopulation\tcapital\tsea_km\tbasin\tlandmass\tnames
            gn:140918\tBehshahr\tIR\tIR.35\t\t36.69235\t53.55262\t94702\t\t18\t1\t1\tAshraf

            """,
            "generics.tsv": "word\tposition\tkinds\treplacement\nport\tafter\tport\n",
            "dangerous.tsv": "name\twhy\nreading\tword\n",
            "features.tsv": "code\tkind\trank\nP.*\tcity\t\n",
        ]
        for (name, text) in texts {
            try Data(text.utf8).write(to: tables.appending(path: name))
        }
        return tables
    }
}
