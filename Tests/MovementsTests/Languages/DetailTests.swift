import Documents
import Foundation
import Language
import Testing

@testable import Movements

@Suite("When, how much and by what, in nine languages")
struct DetailTests {
    /// How many cases of a kind and language may be read otherwise than they are meant.
    private static let mostMisses = 2

    @Test("Dates, told on 2023-06-09", arguments: DetailCase.languages)
    func dates(language: String) throws { try check(.date, of: language) }

    @Test("Quantities beside what is moved", arguments: DetailCase.languages)
    func quantities(language: String) throws { try check(.amount, of: language) }

    @Test("Vehicles and their names", arguments: DetailCase.languages)
    func vehicles(language: String) throws { try check(.vehicle, of: language) }

    private func check(_ kind: DetailCase.Kind, of language: String) throws {
        let reading = try DetailReading(language: language)
        var misses: [String] = []
        let cases = try DetailCase.all(of: language).filter { $0.kind == kind }
        for (index, sample) in cases.enumerated() {
            let found = try reading.answer(to: sample)
            if found != sample.expected {
                misses.append("\(index + 1) \(sample.text): \(found), not \(sample.expected)")
            }
        }
        #expect(misses.count <= Self.mostMisses, "\(misses.joined(separator: "\n"))")
        #expect(cases.count >= 5)
    }
}

/// The exact readers of a language, over single sentences.
struct DetailReading {
    let lexicon: DetailLexicon

    init(language: String) throws {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        lexicon = try DetailLexicon(folder: folder.appending(path: "Data/Lexicon/\(language)"))
    }

    /// What is read in a sentence, in the form of the cases.
    func answer(to sample: DetailCase) throws -> String {
        let utf8 = Array(sample.text.utf8)
        let tokens = PlainTokenizer().tokens(in: utf8)
        let sentence = Sentence(tokens: tokens.indices)
        let analysis = Analysis(utf8: utf8, tokens: tokens, sentences: [sentence])
        let words = [PlainWord](
            sentence, of: analysis, mentions: [], particles: lexicon.particles)
        let dates = DateReader(documentDate: CalendarDate("2023-06-09"), words: lexicon.time)
            .dates(in: words)
        let place: Range<Int>?
        var days = ""
        switch sample.kind {
        case .date:
            let date = dates.first?.date
            place = date?.utf8Range
            if let date { days = " | \(date.from ?? "?")..\(date.to ?? "?")" }
        case .amount:
            let cargo = try #require(sample.cargo)
            place = lexicon.quantities.quantity(
                of: words.word(at: cargo.lowerBound)..<words.word(at: cargo.upperBound - 1) + 1,
                in: words, besides: dates.map(\.words))
        case .vehicle:
            let mode = try #require(TransportMode(rawValue: sample.mode))
            place = NamedVehicleFinder(
                words: lexicon.modes, sentence: words, others: dates.map(\.words)
            ).vehicle(for: mode, near: words.count / 2)
        }
        return (place.map { String(decoding: utf8[$0], as: UTF8.self) } ?? "-") + days
    }
}
