internal import Foundation

/// A property that filters may name.
public struct Queryable: Sendable, Hashable {
    /// What its values are.
    public enum Kind: String, Sendable {
        case text
        case number
        /// True or false.
        case truth
        /// A day, as 2023-06-09.
        case day
        /// The first and last day that a feature belongs to.
        case days
        /// A geometry.
        case shape
    }

    /// How filters call it.
    public var name: String
    /// What its values are.
    public var kind: Kind
    /// What it tells.
    public var meaning: String

    /// The properties of a collection that filters may name, as `queryables.tsv` lists them.
    public static func all(of collection: ProjectFeature.Collection) -> [Queryable] {
        table[collection] ?? []
    }

    private static let table: [ProjectFeature.Collection: [Queryable]] = {
        var table: [ProjectFeature.Collection: [Queryable]] = [:]
        let text = String(decoding: PackageResources.queryables_tsv, as: UTF8.self)
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 4, let kind = Kind(rawValue: String(cells[2])) else { continue }
            let made = Queryable(name: String(cells[1]), kind: kind, meaning: String(cells[3]))
            for collection in ProjectFeature.Collection.allCases
            where cells[0].split(separator: ",").contains("\(collection)") {
                table[collection, default: []].append(made)
            }
        }
        return table
    }()
}
