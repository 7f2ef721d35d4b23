import Foundation
import Geoparsing
import Testing

@testable import Movements

@Suite("Distances and directions a text states")
struct ClaimReaderTests {
    let reader: Reader

    init() throws { reader = try Reader.shared() }

    /// What is read: the subject, the reference, whole kilometres and degrees.
    private func claims(_ marked: String) throws -> [String] {
        let example = try MovementCase(marked: Substring(marked))
        let (stated, _) = reader.read(example.text, example.mentions)
        return stated.claims.map { claim in
            let subject = claim.subject.map { stated.mentions[$0].text } ?? "-"
            let distance =
                claim.kilometres.map { "\(Int($0.lowerBound))-\(Int($0.upperBound)) km" } ?? "-"
            let bearing = claim.bearing.map { "\(Int($0.degrees))±\(Int($0.tolerance))" } ?? "-"
            return
                "\(subject) / \(stated.mentions[claim.reference].text) / \(distance) / \(bearing)"
        }
    }

    @Test(
        "The interval follows from the wording: about, more than, several hundred",
        arguments: [
            (
                "[Zaria], about 40 km north of [Kaduna], was calm.",
                "Zaria / Kaduna / 32-48 km / 0±30"
            ),
            (
                "[Zaria], 100 miles northeast of [Kaduna], was calm.",
                "Zaria / Kaduna / 144-177 km / 45±20"
            ),
            (
                "[Zaria], several hundred miles east of [Kaduna], was calm.",
                "Zaria / Kaduna / 321-1448 km / 90±30"
            ),
            (
                "[Zaria] is more than 200 kilometres from [Kaduna].",
                "Zaria / Kaduna / 200-300 km / -"
            ),
            ("[Zaria] lies some 30-40 km west of [Kaduna].", "Zaria / Kaduna / 24-48 km / 270±30"),
            (
                "[Zaria], two hundred nautical miles south of [Kaduna], was calm.",
                "Zaria / Kaduna / 333-407 km / 180±30"
            ),
            (
                "[Zaria], 186 miles (300 km) southeast of [Kaduna], was calm.",
                "Zaria / Kaduna / 269-329 km / 135±20"
            ),
        ])
    func intervals(text: String, expected: String) throws {
        #expect(try claims(text) == [expected])
    }

    @Test(
        "A time under way is a distance by what is travelled in it",
        arguments: [
            ("[Hydra] lies two hours' sail from [Piraeus~port].", "Hydra / Piraeus / 10-88 km / -"),
            ("[Zaria] is a three-day drive from [Kano].", "Zaria / Kano / 405-8712 km / -"),
            (
                "[Zaria] is about four hours by train from [Kano].",
                "Zaria / Kano / 80-1200 km / -"
            ),
            ("[Zaria] is a half-hour flight from [Kano].", "Zaria / Kano / 90-522 km / -"),
        ])
    func journeys(text: String, expected: String) throws {
        #expect(try claims(text) == [expected])
    }

    @Test("A site with no name gets the zone or plant named close by as its subject")
    func zoneCloseBy() throws {
        let text =
            "Pictures show a plant going up, 300 miles east of [Moscow]. "
            + "It belongs to the [Kama works~facility]."
        #expect(try claims(text) == ["Kama works / Moscow / 434-531 km / 90±30"])
    }

    @Test("A claim is about what it stands beside, never about a site spoken of close by")
    func subjects() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Cases/claims.txt")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
        #expect(lines.count > 40)
        for index in stride(from: 0, to: lines.count - 1, by: 2) {
            let example = try MovementCase(marked: lines[index].dropFirst("text: ".count))
            let (stated, _) = reader.read(example.text, example.mentions)
            let claim = try #require(stated.claims.first, "\(lines[index])")
            let subject = claim.subject.map { stated.mentions[$0] }
            let found = subject.map { $0.kind == .description ? "described" : $0.text } ?? "-"
            #expect(found == lines[index + 1].dropFirst("expect: ".count), "\(lines[index])")
        }
    }

    @Test("A place told only by its distance becomes a mention of its own")
    func described() throws {
        let example = try MovementCase(marked: "The bus crashed 12 miles south of [Mopti].")
        let (stated, _) = reader.read(example.text, example.mentions)
        #expect(stated.mentions.count == 2)
        #expect(stated.mentions.last?.kind == .description)
        #expect(stated.mentions.last?.text == "12 miles south of Mopti")
        #expect(stated.claims.first?.subject == 1)
    }

    @Test(
        "Distances of something else are no claims",
        arguments: [
            "The road runs for 40 km through [Kaduna].", "He ran 5 miles for charity in [Kaduna].",
            "The north of [Kaduna] is dry, and 40 km of road were paved.",
        ])
    func noClaims(text: String) throws {
        #expect(try claims(text).filter { !$0.contains("/ - / 0") } == [])
    }
}
