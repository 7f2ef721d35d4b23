internal import Foundation
internal import Language

/// How a language words distances and directions, from `distances.tsv` and `directions.tsv`.
struct DistanceWords: Sendable {
    /// Kilometres in a unit of length.
    var lengths = PhraseTable<Double>()
    /// What "about" or "more than" makes of a number: factors below and above.
    var factors = PhraseTable<ClosedRange<Double>>()
    /// What "several hundred" may mean.
    var counts = PhraseTable<ClosedRange<Double>>()
    /// Hours under way in a unit of time; of a day, those that are travelled.
    var durations = PhraseTable<ClosedRange<Double>>()
    /// Kilometres made good in an hour by a way of travelling: "sail", "drive".
    var paces = PhraseTable<ClosedRange<Double>>()
    /// Numbers written out.
    var numbers: [String: Double] = [:]
    /// Hundred and thousand.
    var multipliers: [String: Double] = [:]
    /// Compass words.
    var directions = PhraseTable<StatedClaim.StatedBearing>()

    /// No words at all.
    init() {}

    /// Reads the two tables of a language's folder.
    init(contentsOf folder: URL) throws(LanguageError) {
        let columns = ["words", "kind", "low", "high"]
        let table = try LexiconTable(
            contentsOf: folder.appending(component: "distances.tsv"), requiring: columns)
        for row in table.rows {
            let phrase = try row.required("words")
            guard let low = try row.number("low"), let high = try row.number("high"), low <= high
            else { throw row.error("low", "needs two numbers, the lower first") }
            let words = WordForms.words(of: phrase)
            switch row["kind"] {
            case "length": lengths.add(words, low)
            case "factor": factors.add(words, low...high)
            case "hours": durations.add(words, low...high)
            case "pace": paces.add(words, low...high)
            case "count": counts.add(words, low...high)
            case "number": numbers[phrase] = low
            case "multiplier": multipliers[phrase] = low
            case let other: throw row.error("kind", "not one of the known words: \(other)")
            }
        }
        let compass = try LexiconTable(
            contentsOf: folder.appending(component: "directions.tsv"),
            requiring: ["word", "degrees", "tolerance"])
        for row in compass.rows {
            guard let degrees = try row.number("degrees"),
                let tolerance = try row.number("tolerance")
            else { throw row.error("degrees", "needs degrees and tolerance") }
            directions.add(
                WordForms.words(of: try row.required("word")),
                StatedClaim.StatedBearing(degrees: degrees, tolerance: tolerance))
        }
    }
}
