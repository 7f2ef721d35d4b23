import Foundation
import Testing

@testable import Documents

@Suite final class DocumentReaderTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String, _ content: String) throws -> URL {
        let url = folder.appending(path: name)
        try Data(content.utf8).write(to: url)
        return url
    }

    @Test func saysWhatIsWrongWithAFile() throws {
        let reader = DocumentReader(limit: 100)
        let none = folder.appending(path: "none.txt")
        #expect(throws: DocumentError.noSuchFile(none.path)) { try reader.document(at: none) }
        #expect(throws: DocumentError.isDirectory(folder.path)) { try reader.document(at: folder) }
        let empty = try file("empty.txt", "")
        #expect(throws: DocumentError.empty(empty.path)) { try reader.document(at: empty) }
        let blank = try file("blank.md", " \r\n\t")
        #expect(throws: DocumentError.empty(blank.path)) { try reader.document(at: blank) }
        let large = try file("large.txt", String(repeating: "a", count: 101))
        #expect(throws: DocumentError.tooLarge(large.path, limit: 100)) {
            try reader.document(at: large)
        }
        let page = try file("page.html", "<html><body><nav>Home</nav></body></html>")
        #expect(throws: DocumentError.noText(page.path)) { try reader.document(at: page) }
    }

    @Test func tellsAPageByItsNameOrItsFirstBytes() throws {
        let page = "<!-- saved --><!DOCTYPE HTML><html><body><p>From Baku.</p></body></html>"
        let reader = DocumentReader()
        for name in ["a.htm", "a.html", "a", "a.txt"] {
            let document = try reader.document(at: try file(name, page))
            #expect(document.mediaType == .html)
            #expect(document.text == "From Baku.")
        }
        // HTML is Markdown too.
        let markdown = try reader.document(at: try file("a.md", page))
        #expect(markdown.mediaType == .markdown)
        #expect(markdown.text == "From Baku.")
        #expect(try reader.document(at: try file("b.txt", "# From Baku")).mediaType == .plainText)
    }

    @Test func theCallersDateCounts() throws {
        let day = try #require(CalendarDate("2020-01-01"))
        let bytes = Array(
            "Published 3 March 2021\n\nA ship left the port of Baku for Aktau today.".utf8)
        let reader = DocumentReader(lexicon: try .english())
        #expect(try reader.document(from: bytes).date?.day.description == "2021-03-03")
        let dated = try reader.document(from: bytes, date: day, source: "https://a.example/")
        #expect(dated.date == PublicationDate(day: day, origin: .given))
        #expect(dated.source == "https://a.example/")
    }

    @Test func aCallersTextIsUnchanged() {
        for text in ["\u{FEFF}Baku\r\n\r\nAktau ", "", "  ", "e\u{301}\u{0}x"] {
            #expect(Array(Document(text: text).text.utf8) == Array(text.utf8))
        }
        #expect(Document(text: "").paragraphs.isEmpty)
    }

    @Test func aBadLexiconIsNamedWithItsLine() throws {
        #expect(throws: DocumentError.self) { try PageLexicon(directory: folder) }
        _ = try file("agencies.tsv", "AP\n")
        let calendar = try file("calendar.tsv", "# words\njuly\tmonth\tseven\n")
        #expect(throws: DocumentError.malformedLexicon(calendar.path, line: 2)) {
            try PageLexicon(directory: folder)
        }
    }
}
