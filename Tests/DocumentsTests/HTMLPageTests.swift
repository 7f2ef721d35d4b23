import Documents
import Foundation
import Testing

/// The article of a page of HTML among what stands around it; hostile pages.
@Suite("Pages of HTML")
struct HTMLPageTests {
    private let reader = DocumentReader()

    private let page = """
        <!doctype html><html lang="en"><head><title>Grain reaches the coast | Harbour Desk</title>
        <meta property="article:published_time" content="2024-03-05T10:00:00Z">
        <script>var name = "Paris";</script></head><body>
        <nav><a href="/">Home</a> <a href="/w">Weather in Lisbon</a></nav>
        <div class="cookies">We use cookies. Accept all</div>
        <article><h1>Grain reaches the coast</h1>
        <p>Some 40 trucks with grain reached the harbour of Constan&#539;a on Monday, the operator
        said. They had left Galati a day before and met no delay on the road.</p>
        <p>More will follow next week, a spokeswoman added &mdash; if the weather allows it.</p>
        </article><aside><p>Read more: Ten beaches in Spain</p></aside>
        <footer>Copyright Harbour Desk, Dublin</footer></body></html>
        """

    @Test("the article is found, its date taken from the head")
    func article() throws {
        let document = try reader.document(from: Array(page.utf8), mediaType: .html)
        #expect(document.text.contains("Constanța"))
        #expect(document.text.contains("spokeswoman added — if"))
        #expect(document.date?.day.description == "2024-03-05")
        #expect(document.mediaType == .html)
        for words in ["Paris", "cookies", "Lisbon", "Spain", "Dublin"] {
            #expect(!document.text.contains(words), "\(words)")
        }
    }

    @Test("every declared or marked encoding gives the same text")
    func encodings() throws {
        let text = "Зерно везут из Одессы в Констанцу. The convoy is on its way."
        let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let utf16: [UInt8] = [0xFF, 0xFE] + units
        #expect(try reader.document(from: utf16).text == text)
        let bom = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        #expect(try reader.document(from: bom).text == text)
        let head = "<html><head><meta charset=\"windows-1251\"></head><body><p>"
        let word: [UInt8] = [0xCE, 0xE4, 0xE5, 0xF1, 0xF1, 0xE0]  // Одесса
        let rest = " is a port on the Black Sea, and a large one at that.</p></body></html>"
        let bytes = Array(head.utf8) + word + Array(rest.utf8)
        #expect(try reader.document(from: bytes, mediaType: .html).text.contains("Одесса"))
    }

    @Test("a hundred thousand open tags are refused or read, never a crash")
    func nesting() {
        let deep = String(repeating: "<div>", count: 100_000) + "text"
        let result = Result { () throws(DocumentError) in
            try reader.document(from: Array("<html>\(deep)".utf8), mediaType: .html)
        }
        switch result {
        case .success(let document): #expect(document.text.utf8.count < deep.utf8.count)
        case .failure(let error): #expect(error.description.contains("input"))
        }
    }

    @Test("a page without a word says so")
    func empty() {
        let error = #expect(throws: DocumentError.self) {
            try reader.document(
                from: Array("<html><body><img src=a></body></html>".utf8), mediaType: .html)
        }
        #expect(error?.description.isEmpty == false)
    }

    @Test("bytes of no text are refused with their offset")
    func binary() {
        let error = #expect(throws: DocumentError.self) {
            try reader.document(from: Array("From Aktau\0 to Baku".utf8), name: "a.txt")
        }
        #expect(error == .containsNUL("a.txt", offset: 10))
    }
}
