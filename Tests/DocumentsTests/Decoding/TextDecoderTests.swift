import Foundation
import Testing

@testable import Documents

@Suite struct TextDecoderTests {
    private static let russian = "Груз отправлен из порта Махачкала в порт Актау."

    private func decode(_ bytes: [UInt8], isPage: Bool = false) throws -> String {
        try TextDecoder(name: "a").text(from: bytes, isPage: isPage)
    }

    private func encoded(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test func dropsAByteOrderMarkAndKeepsLineEnds() throws {
        #expect(try decode([0xEF, 0xBB, 0xBF] + "Baku\r\nAktau".utf8) == "Baku\r\nAktau")
        #expect(try decode([0xFF, 0xFE, 0x42, 0, 0x41, 0]) == "BA")
        #expect(try decode([0xFE, 0xFF, 0, 0x42, 0, 0x41]) == "BA")
    }

    @Test func knowsUTF16WithoutAMark() throws {
        #expect(
            try decode(try encoded("From Baku to Aktau.", .utf16LittleEndian))
                == "From Baku to Aktau.")
        #expect(
            try decode(try encoded("From Baku to Aktau.", .utf16BigEndian)) == "From Baku to Aktau."
        )
    }

    @Test func guessesEightBitSets() throws {
        #expect(try decode(try encoded("Zürich – Köln", .windowsCP1252)) == "Zürich – Köln")
        #expect(try decode(try encoded(Self.russian, .windowsCP1251)) == Self.russian)
        let koi8: [UInt8] = [0xE2, 0xC1, 0xCB, 0xD5]
        #expect(try decode(koi8) == "Баку")
    }

    @Test(arguments: [
        #"<meta charset="windows-1251">"#, "<META CHARSET=cp1251>",
        #"<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">"#,
        #"<?xml version="1.0" encoding="windows-1251"?>"#,
    ])
    func believesWhatAPageDeclares(declaration: String) throws {
        // One word among Latin letters: a guess would be windows-1252.
        let page = declaration + " a port on the Caspian coast: Актау"
        #expect(try decode(try encoded(page, .windowsCP1251), isPage: true) == page)
    }

    @Test func believesUTF8MoreThanADeclaration() throws {
        let page = #"<meta charset="iso-8859-1"> Łódź"#
        #expect(try decode(Array(page.utf8), isPage: true) == page)
    }

    @Test func refusesWhatIsNoText() {
        let cases: [(bytes: [UInt8], error: DocumentError)] = [
            (Array("ab\u{0}c".utf8), .containsNUL("a", offset: 2)),
            ([0x41, 0x02, 0xE9], .undecodable("a", offset: 1, charset: "text")),
            ([0xFF, 0xFE, 0x00, 0xD8], .undecodable("a", offset: 2, charset: "UTF-16LE")),
        ]
        for (bytes, error) in cases {
            #expect(throws: error) { try decode(bytes) }
        }
    }

    @Test func readsWhatCanBeRead() throws {
        #expect(try decode(Array("Zürich, Köln, caf".utf8) + [0xE9]) == "Zürich, Köln, café")
        #expect(try decode([0x41, 0xE9, 0x81]) == "Aé\u{FFFD}")
        // A NUL in a script is no reason not to read the page.
        #expect(try decode(Array("<p>Ba\u{0}ku".utf8), isPage: true) == "<p>Baku")
        #expect(
            try decode(Array("<meta charset=klingon> caf".utf8) + [0xE9], isPage: true)
                == "<meta charset=klingon> café")
    }

    @Test(arguments: Charsets.all) func undeclaredSetsAreFound(sample: Charsets.Sample) throws {
        let bytes = try #require(sample.bytes)
        #expect(try decode(bytes) == sample.text)
    }

    /// The labels of the WHATWG's list, but for those it replaces with nothing: all are known.
    @Test(arguments: Charsets.labels) func declaredSetsAreKnown(label: String) {
        #expect(CharsetConverter(from: DeclaredCharset.converterName(of: label)) != nil)
    }

    @Test func aLoneSurrogateIsOneReplacementCharacter() throws {
        #expect(try decode([0x41, 0xED, 0xA0, 0xBD, 0x42]) == "A\u{FFFD}B")
        func repaired(_ json: String) -> String {
            String(decoding: LoneSurrogates.replacedInJSON(Array(json.utf8)), as: UTF8.self)
        }
        #expect(repaired(#"{"t": "a\ud83db"}"#) == #"{"t": "a\ufffdb"}"#)
        #expect(repaired(#"\ud83d\ude00 \\ud83d \udc00"#) == #"\ud83d\ude00 \\ud83d \ufffd"#)
        #expect(repaired(#"\ud83d\ud83d\ude00 \u12"#) == #"\ufffd\ud83d\ude00 \u12"#)
    }
}
