internal import Foundation
internal import Language

/// The weights of the choice between places, in log odds, from `place-weights.tsv`.
struct ResolutionWeights: Sendable {
    private var values: [Double]

    /// The things weighed; the raw values are the names of the rows.
    enum Item: Int, CaseIterable {
        case country, continent, region, admin1, admin2, city, port, airport, sea, strait, canal
        case lake, river, island, zone, facility, institution
        case capital, populationDecade, adminDecade, rank, great
        case logQuality, alternate, historical, code, dangerous
        case expectedKind, otherKind, townWithArticle, waterWithArticle, institutionUse,
            datelineCapital
        case portCue, namedAfterCity
        /// What an alternate name loses where another place is called so.
        case besideOwnName
        /// What an alternate name of a small place loses that is nothing like its own.
        case unlikeOwnName
        case contained, notContained, againstContainer
        case countryVote, countryCue, adminVote, voteDamping, dwarfed, dwarfedByDivision, near,
            around, holding
        case listedCountry, listedAdmin, listedKind
        /// What a place loses that lies in a country or state which stands beside it in a list.
        case listedWithin
        /// What a county that is named beyond doubt says for the town of a name that lies in it.
        case sameCounty
        case seaPort, seaShore, seaInland, otherBasin, waterBox, detour, reversal
        case sameLandmass, otherLandmass
        /// For each 1,000 km that the ends of a way by road lie farther apart than lorries go.
        case farByRoad
        case airport60, claimDistance, claimBearing
        case temperature
        /// What speaks for a place of the name that no table has.
        case unlisted
        /// How much less speaks for it beside a port or plant, for each rank of that.
        case unlistedRank
        /// No weight but a factor: what is left of the confidence in places outside what the text puts them in.
        case contradicted
        /// No weight but a bound: the confidence below which no place is given.
        case answerFloor
    }

    /// Reads the weights; an item without a row weighs nothing.
    ///
    /// - Throws: `LanguageError` naming the file and line.
    init(contentsOf url: URL) throws(LanguageError) {
        values = Array(repeating: 0, count: Item.allCases.count)
        let byName = Dictionary(
            uniqueKeysWithValues: Item.allCases.map { (String(describing: $0), $0.rawValue) })
        for row in try LexiconTable(contentsOf: url, requiring: ["item", "weight"]).rows {
            guard let index = byName[row["item"]] else {
                throw row.error("item", "no such item: \(row["item"])")
            }
            values[index] = try row.number("weight") ?? 0
        }
    }

    subscript(item: Item) -> Double { values[item.rawValue] }
}
