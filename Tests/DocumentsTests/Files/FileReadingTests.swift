import Foundation
import Testing

@testable import Documents

@Suite struct FileReadingTests {
    @Test func anArchiveGivesItsFilesAndTellsOfTheRest() throws {
        let reading = try Reading(Samples.archive, name: "may.zip")
        #expect(
            reading.documents.map(\.file) == [
                "may.zip/one.txt", "may.zip/deep/two.eml", "may.zip/deep/two.eml/note.txt",
                "may.zip/../../up.txt",
            ])
        #expect(reading.failures == [.foreignFormat("may.zip/picture.png", format: "PNG")])
    }

    @Test func linesOfJSONAreDocumentsOfTheirOwn() throws {
        let reading = try Reading(Samples.jsonLines, name: "docs")
        try #require(reading.documents.map(\.text) == [Samples.first, Samples.second])
        #expect(reading.documents.map(\.file) == ["docs/a", "docs/7"])
        #expect(reading.documents[0].date?.day.description == "2023-05-04")
        #expect(reading.documents[0].source == "https://example.org/a")
        #expect(
            reading.failures == [
                .damaged("docs:3", format: "JSON", reason: "no object with a text")
            ])
    }

    @Test func aWebArchiveGivesThePagesThatWereFound() throws {
        let page = try Reading(Samples.webArchive, name: "crawl").only()
        #expect(page.source == "https://news.example.org/response")
        #expect(page.text.contains(Samples.first))
        #expect(!page.text.contains("Nothing"))
    }

    @Test func gzipIsUnpacked() throws {
        // "gzip -n" of "The ship left Baku for Aktau.\n", twice: members follow one another.
        let once: [UInt8] = Array(
            Data(
                base64Encoded:
                    "H4sIAAAAAAAC/wvJSFUozsgsUMhJTStRcErMLlVIyy9ScMwuSSzV4wIAQYDEKx4AAAA=")
                ?? Data())
        let document = try Reading(once + once, name: "a.txt.gz").only()
        #expect(document.text.hasPrefix("The ship left Baku for Aktau."))
    }

    @Test func archivesWithinArchivesEndSomewhere() throws {
        var bytes = Array(Samples.first.utf8)
        for depth in 0..<20 {
            var zip = StoredZip()
            zip.add(depth == 0 ? "a.txt" : "a.zip", bytes)
            bytes = zip.bytes
        }
        let reading = try Reading(bytes)
        #expect(reading.documents.isEmpty)
        guard case .tooComplex = reading.failures.first else {
            Issue.record("\(reading.failures)")
            return
        }
    }

    @Test func aPromiseOfFourGigabytesIsNotBelieved() throws {
        var zip = StoredZip()
        zip.add("a.txt", Array(Samples.first.utf8), promising: 0xFFFF_FFF0)
        let reading = try Reading(zip.bytes)
        #expect(reading.documents.allSatisfy { $0.text.utf8.count < 10_000 })
        #expect(reading.documents.count + reading.failures.count == 1)
    }

    /// Each file cut short anywhere, and with bytes changed, is read or refused with one line; it is never a trap.
    @Test(arguments: Samples.all.map(\.name))
    func damagedFilesAreReadOrRefused(name: String) throws {
        let bytes = try #require(Samples.all.first { $0.name == name }?.bytes)
        // A process is started for each PDF.
        let steps = name == "pdf" ? 6 : 60
        var generator = SystemRandomNumberGenerator()
        for step in 0..<steps {
            var damaged = Array(bytes.prefix(bytes.count * step / steps))
            for variant in 0..<2 {
                if variant == 1 {
                    damaged = bytes
                    for _ in 0..<(1 + step / 4) {
                        let place = Int.random(in: 0..<damaged.count, using: &generator)
                        damaged[place] = UInt8.random(in: 0...255, using: &generator)
                    }
                }
                let reading = try Reading(damaged, name: name)
                for failure in reading.failures {
                    #expect(!"\(failure)".contains("\n"))
                    #expect("\(failure)".hasPrefix(name))
                }
                #expect(!reading.documents.isEmpty || !reading.failures.isEmpty)
            }
        }
    }
}
