import Foundation
import Testing

@testable import Documents

/// Files taken apart, to be read one document at a time.
@Suite struct DocumentPartTests {
    /// What a file is taken apart into.
    private func parts(
        _ bytes: [UInt8], name: String
    ) throws -> (parts: [DocumentPart], failures: [DocumentError]) {
        final class Found {
            var parts: [DocumentPart] = []
            var failures: [DocumentError] = []
        }
        let found = Found()
        try DocumentReader().parts(of: bytes, name: name) { result in
            switch result {
            case .success(let part): found.parts.append(part)
            case .failure(let failure): found.failures.append(failure)
            }
        }
        return (found.parts, found.failures)
    }

    @Test(arguments: ["archive", "jsonLines", "webArchive"])
    func readApartTheyAreTheDocumentsOfTheWhole(kind: String) throws {
        let bytes =
            switch kind {
            case "archive": Samples.archive
            case "jsonLines": Samples.jsonLines
            default: Samples.webArchive
            }
        let whole = try Reading(bytes, name: "file")
        let found = try parts(bytes, name: "file")
        var texts: [String] = []
        var unread = 0
        for part in found.parts {
            switch part.content {
            case .text(let text): texts.append(text)
            case .bytes(let bytes):
                guard
                    let document = try? DocumentReader().document(
                        from: bytes, name: part.name, mediaType: part.mediaType,
                        source: part.source)
                else {
                    unread += 1
                    continue
                }
                texts.append(document.text)
            }
        }
        #expect(texts == whole.documents.map(\.text))
        #expect(unread + found.failures.count == whole.failures.count)
    }

    @Test func aFileThatIsOneDocumentIsItsOnlyPart() throws {
        let bytes = Array("The ferry sails from Aktau to Baku.".utf8)
        let found = try parts(bytes, name: "a.txt")
        #expect(found.parts.map(\.name) == ["a.txt"])
        #expect(found.parts.first?.content == .bytes(bytes))
        #expect(throws: DocumentError.self) { try parts([], name: "none") }
    }

    @Test func whatLinesTellOfThemselvesGoesAlong() throws {
        let part = try #require(try parts(Samples.jsonLines, name: "docs").parts.first)
        #expect(part.date?.description == "2023-05-04")
        #expect(part.source == "https://example.org/a")
    }
}
