import Documents
import Gazetteers
import Geodesy
import Geoparsing
import Language
import Testing

@testable import Movements

@Suite("What the reader sees of a document")
struct ReaderInputTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// The input for a text whose mentions are given by their words, in order.
    private func input(_ text: String, _ names: [Mention]) throws -> (ReaderInput, [Mention]) {
        var mentions: [Mention] = []
        var start = text.startIndex
        for name in names {
            let found = try #require(text[start...].firstRange(of: name.text))
            var mention = name
            let low = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            mention.utf8Range = low..<(low + name.text.utf8.count)
            mentions.append(mention)
            start = found.upperBound
        }
        let analysis = reader.model.analyse(text, entities: false)
        return (ReaderInput(analysis, mentions: mentions), mentions)
    }

    /// A mention that may mean one place.
    private func mention(
        _ name: String, _ place: String? = nil, _ kind: PlaceKind = .city,
        as mentionKind: MentionKind = .name, use: MentionUse = .literal
    ) -> Mention {
        let match = place.map {
            NameMatch(
                place: Place(
                    id: PlaceID(rawValue: $0), name: $0, kind: kind,
                    coordinate: Coordinate(latitude: 0, longitude: 0)),
                name: name, kind: .primary, quality: 1)
        }
        return Mention(
            utf8Range: 0..<0, text: name, kind: mentionKind, use: use,
            candidates: match.map { [$0] } ?? [])
    }

    @Test("One name is one place, in whatever case, with an entry or without")
    func byName() throws {
        let (input, _) = try input(
            "ODESA is calm. Odesa sends grain to Qzyvorn, and Qzyvorn eats.",
            [
                mention("ODESA", "px:1"), mention("Odesa", "px:1"), mention("Qzyvorn"),
                mention("Qzyvorn"),
            ])
        #expect(input.nodeOfMention == [0, 0, 1, 1])
        #expect(input.nodes.map(\.mentions) == [[0, 1], [2, 3]])
        #expect(input.nodes.map(\.kind) == [.city, .unknown])
    }

    @Test("Two names of one place are one place")
    func byPlace() throws {
        let (input, _) = try input(
            "From Kiev, or Kyiv, to Lviv.",
            [mention("Kiev", "px:1"), mention("Kyiv", "px:1"), mention("Lviv", "px:2")])
        #expect(input.nodeOfMention == [0, 0, 1])
    }

    @Test("A people and its country are one place, of the country's kind, whichever comes first")
    func demonyms() throws {
        let people = mention("Iranian", "px:ir", .country, as: .demonym)
        let country = mention("Iran", "px:ir", .country)
        for names in [[people, country], [country, people]] {
            let text = names.map(\.text).joined(separator: " drones leave ") + "."
            let (input, _) = try input(text, names)
            #expect(input.nodeOfMention == [0, 0])
            #expect(input.nodes.map(\.kind) == [.country])
        }
        #expect(try self.input("Iranian drones.", [people]).0.nodes.map(\.kind) == [.demonym])
    }

    @Test("A dateline is a place of its own kind until the text names it again")
    func datelines() throws {
        let line = mention("GENEVA", "px:1", use: .dateline)
        let (alone, _) = try input("GENEVA, May 3 - Talks began.", [line])
        #expect(alone.nodes.map(\.kind) == [.dateline])
        let (again, _) = try input(
            "GENEVA, May 3 - A train left Geneva.", [line, mention("Geneva", "px:1")])
        #expect(again.nodes.map(\.kind) == [.city])
        #expect(again.kinds == [.dateline, .city])
    }

    @Test("What is no place is seen, and is nobody's end")
    func noPlaces() throws {
        let (input, _) = try input(
            "Bank of China shares fell; 40 km from Xian a bus crashed. Xian slept.",
            [
                mention("China", "px:cn", .country, use: .organisation),
                mention("40 km from Xian", as: .description),
                mention("Xian", "px:x"),
            ])
        #expect(input.nodeOfMention == [nil, nil, 0])
        #expect(input.kinds[0] == .organisation)
        #expect(input.mentions.count == 3)
    }

    @Test("Where a text says what a place lies in, the places are joined as such, not the mentions")
    func containers() throws {
        var inner = mention("Amirabad", "px:1", .port)
        inner.container = 1
        let (input, mentions) = try input(
            "Amirabad in Iran. Iranian trucks left Amirabad.",
            [
                inner, mention("Iran", "px:ir", .country),
                mention("Iranian", "px:ir", .country, as: .demonym), mention("Amirabad", "px:1"),
            ])
        #expect(input.containers(by: mentions) == [[1], []])
    }

    @Test("The rules' routes are taken up by the places, but for those with an end that is none")
    func proposals() throws {
        var (input, _) = try input(
            "Odesa sent grain to Varna. Bank of China paid.",
            [
                mention("Odesa", "px:1"), mention("Varna", "px:2"),
                mention("China", "px:cn", .country, use: .organisation),
            ])
        func movement(_ origin: Int?, _ destination: Int?) -> Movement {
            Movement(
                origin: origin, destination: destination, evidence: [27..<46], rule: "test",
                confidence: 1)
        }
        input.addProposals([movement(0, 1), movement(nil, 1), movement(2, 1), movement(0, nil)])
        #expect(input.proposals.map(\.origin) == [0, nil, 0])
        #expect(input.proposals.map(\.destination) == [1, 1, nil])
        #expect(input.proposals.allSatisfy { $0.sentence == 27 })
    }

    @Test("No text, no mentions, nothing")
    func empty() throws {
        let (input, mentions) = try input("", [])
        #expect(input.sentences.isEmpty && input.nodes.isEmpty)
        #expect(input.containers(by: mentions).isEmpty)
    }
}
