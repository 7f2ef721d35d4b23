import Testing

@testable import Documents

@Suite struct FixtureTests {
    @Test(arguments: try Fixture.all())
    func isReadAsItsFileSays(fixture: Fixture) throws {
        let document = try fixture.document()
        #expect(!fixture.expectations.isEmpty)
        for (word, rest) in fixture.expectations {
            try check(word, rest, in: document)
        }
    }

    private func check(_ word: String, _ rest: String, in document: Document) throws {
        let comment: Comment = "\(word) \(rest)"
        let datelines = document.datelines.map { String(document.text(at: $0)) }
        switch word {
        case "second":
            let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
            let kind = try #require(ParagraphKind(rawValue: parts[0]))
            #expect(kinds(of: parts[1], in: document).dropFirst().first == kind, comment)
        case "dateline" where rest == "none": #expect(datelines.isEmpty, comment)
        case "dateline": #expect(datelines.contains(rest), "\(comment): \(datelines)")
        case "datelines": #expect(datelines.count == Int(rest), "\(datelines)")
        case "date" where rest == "none": #expect(document.date == nil)
        case "date": #expect(document.date?.day.description == rest)
        case "title": #expect(document.title == rest)
        case "language": #expect(document.language == rest)
        case "source": #expect(document.source == rest)
        case "absent": #expect(!document.text.contains(rest), comment)
        case "paragraphs": #expect(document.paragraphs.count == Int(rest))
        default:
            let kind = try #require(ParagraphKind(rawValue: word), comment)
            #expect(kinds(of: rest, in: document).first == kind, comment)
        }
    }

    /// The kinds of the paragraphs that begin with some words.
    private func kinds(of start: String, in document: Document) -> [ParagraphKind] {
        document.paragraphs.filter { document.text(at: $0.utf8Range).hasPrefix(start) }
            .map(\.kind)
    }

    @Test(arguments: try Fixture.all())
    func paragraphsCoverAllButWhiteSpace(fixture: Fixture) throws {
        let document = try fixture.document()
        let utf8 = Array(document.text.utf8)
        var end = 0
        for paragraph in document.paragraphs {
            #expect(paragraph.utf8Range.lowerBound >= end)
            #expect(!paragraph.utf8Range.isEmpty)
            let gap = String(decoding: utf8[end..<paragraph.utf8Range.lowerBound], as: UTF8.self)
            #expect(gap.contains { !$0.isWhitespace } == false, "\(gap)")
            end = paragraph.utf8Range.upperBound
        }
        let rest = String(decoding: utf8[end...], as: UTF8.self)
        #expect(rest.contains { !$0.isWhitespace } == false)
        for dateline in document.datelines {
            #expect(
                document.paragraphs.contains {
                    $0.utf8Range.lowerBound <= dateline.lowerBound
                        && dateline.upperBound <= $0.utf8Range.upperBound
                })
        }
    }
}
