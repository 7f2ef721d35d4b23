import Foundation
import Testing

@testable import Documents

/// A text of `Cases/mixed-languages.txt`: its language and that of each paragraph.
struct MixedText: Sendable, CustomTestStringConvertible {
    let name: String
    let language: String
    private(set) var paragraphs: [(language: String, text: String)] = []

    var testDescription: String { name }

    static func all() throws -> [MixedText] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Cases/mixed-languages.txt")
        var texts: [MixedText] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            if line.hasPrefix("text ") {
                let words = line.split(separator: " ").map(String.init)
                texts.append(MixedText(name: words[1], language: words[2]))
            } else {
                let fields = line.split(separator: "\t").map(String.init)
                texts[texts.count - 1].paragraphs.append((fields[0], fields[1]))
            }
        }
        return texts
    }
}

@Suite("Short paragraphs in another language than the text's")
struct MixedLanguagesTests {
    @Test(arguments: try MixedText.all())
    func areTold(_ text: MixedText) throws {
        let document = Document(
            text: text.paragraphs.map(\.text).joined(separator: "\n\n"), lexicon: try .english())
        #expect(document.language == text.language)
        #expect(
            document.paragraphs.map { $0.language ?? text.language }
                == text.paragraphs.map(\.language))
    }

    @Test(
        "A line in another script than Latin tells by itself",
        arguments: [
            ("ru", "Танкер покинул Новороссийск"), ("ar", "وصلت الناقلة حمولة"),
            ("uk", "Танкер їде до Одеси"), ("fa", "کشتی به چابهار رفت"),
        ])
    func line(code: String, text: String) throws {
        #expect(try PageLexicon.english().languages.language(of: text) == code)
    }

    @Test(
        "Of a line with letters that no table has, nothing is said",
        arguments: ["Ӕмӕ ирон ӕвзаг стӕм", "Baku Tbilisi Ceyhan, Poti, Batumi and so on and on"])
    func unknown(text: String) throws {
        #expect(try PageLexicon.english().languages.language(of: text) == nil)
    }
}
