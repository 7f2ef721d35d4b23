import Documents
import Foundation
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("Routes written as shorthand")
struct NotationReaderTests {
    private let words: NotationWords
    private let units: Set = ["tons", "tonnes", "mt"]

    init() throws {
        words = try NotationWords(contentsOf: Reader.data.appending(path: "Lexicon/en"))
    }

    @Test("Each case gives its routes and no other")
    func cases() throws {
        for example in try MovementCase.all(in: "notation") {
            let found = read(example).map { Self.line($0, of: example) }
            let isRight =
                found.count == example.expected.count
                && zip(found, example.expected).allSatisfy { $1.agrees(with: $0) }
            #expect(isRight, "\(example.text)\n  found \(found)\n  expected \(example.expected)")
        }
    }

    @Test("An arrow is what states a route, and its line the evidence")
    func evidence() throws {
        let example = try MovementCase(marked: "News\n[Odesa~port] -> [Varna~port]\nMore news")
        let route = try #require(read(example).first)
        #expect(Self.words(route.trigger, of: example) == "->")
        #expect(route.evidence.map { Self.words($0, of: example) } == ["Odesa -> Varna"])
        #expect(route.confidence == 0.9)
    }

    @Test(
        "Two towns with a dash between are less sure than an arrow, and a word of transport helps")
    func confidence() throws {
        let bare = try #require(read(try MovementCase(marked: "[Graz] - [Linz]")).first)
        let ferry = try #require(read(try MovementCase(marked: "[Bari] - [Durres] ferry")).first)
        #expect(bare.confidence < ferry.confidence && ferry.confidence < 0.9)
    }

    @Test("Labels are found in any case, and places that belong to one another are one end")
    func containers() throws {
        let example = try MovementCase(
            marked:
                "ORIGIN: [Laredo], [TX~admin1], [USA~country] DESTINATION: [Puebla] ([Mexico~country])"
        )
        let routes = read(example)
        #expect(routes.count == 1)
        #expect(routes.first?.origin == 0 && routes.first?.destination == 3)
    }

    @Test(
        "Pairs of codes are seen where they are no mentions; what is no flight needs no gazetteer to say so",
        arguments: [
            ("KBP-WAW", ["KBP", "WAW"]), ("Flight KBP-WAW on 3 May", ["KBP", "WAW"]),
            ("An-124 UKBB to EPWA", ["UKBB", "EPWA"]),
            ("UKBB-EPWA-EDDF", ["UKBB", "EPWA", "EDDF"]),
            ("The USD-EUR rate fell on Monday as traders sold", []),
            ("the NATO alliance", []), ("KBP", []), ("UKBB, EPWA", []), ("kbp-waw", []),
            ("UKBB to WAW", []),
        ])
    func codes(_ text: String, _ expected: [String]) throws {
        let reader = NotationReader(words: words, units: units, mentions: [], nodes: [])
        let seen = reader.codes(in: Array(text.utf8))
        #expect(
            seen.map { String(decoding: Array(text.utf8)[$0.utf8Range], as: UTF8.self) } == expected
        )
    }

    @Test("A long line full of marks is read in linear time, and nothing comes of marks alone")
    func hostile() throws {
        let marks = String(repeating: "-> / - | POL: from: ", count: 50_000)
        #expect(read(try MovementCase(marked: Substring(marks))).isEmpty)
        let chain = String(repeating: "[Odesa] -> [Varna] -> ", count: 20_000)
        #expect(read(try MovementCase(marked: Substring(chain))).count == 39_999)
    }

    // MARK: The cases

    private func read(_ example: MovementCase) -> [NotationRoute] {
        // One node a name, as the reader's input makes them.
        var nodes: [String: Int] = [:]
        let nodeOfMention = example.mentions.map { mention -> Int? in
            let node = nodes[mention.text] ?? nodes.count
            nodes[mention.text] = node
            return node
        }
        return NotationReader(
            words: words, units: units, mentions: example.mentions, nodes: nodeOfMention
        ).routes(in: Array(example.text.utf8))
    }

    /// A route as the case files write it.
    private static func line(_ route: NotationRoute, of example: MovementCase) -> [String] {
        func name(_ index: Int?) -> String { index.map { example.mentions[$0].text } ?? "-" }
        let via = route.via.map { name($0) }.joined(separator: ", ")
        return [
            "\(name(route.origin)) -> [\(via)] -> \(name(route.destination))",
            (route.mode ?? .unknown).rawValue,
            route.cargo.map { words($0, of: example) } ?? "-",
            route.isPlanned ? "planned" : "asserted",
        ]
    }

    private static func words(_ range: Range<Int>, of example: MovementCase) -> String {
        String(decoding: Array(example.text.utf8)[range], as: UTF8.self)
    }
}
