import Testing

@testable import Documents

@Suite struct OfficeTests {
    private func kinds(_ document: Document) -> [String: ParagraphKind] {
        var kinds: [String: ParagraphKind] = [:]
        for paragraph in document.paragraphs {
            kinds[String(document.text(at: paragraph.utf8Range))] = paragraph.kind
        }
        return kinds
    }

    @Test func wordGivesHeadingsTextTablesAndPages() throws {
        let document = try Reading(Samples.word, name: "report.txt").only()
        #expect(document.mediaType == .docx)
        #expect(document.title == "Grain report")
        #expect(document.date?.day.description == "2023-05-04")
        #expect(kinds(document)["Grain on the move"] == .headline)
        #expect(kinds(document)[Samples.first] == .prose)
        #expect(document.text.contains("Vessel | From | To\nAna | Burgas | Piraeus"))
        #expect(!document.text.contains("never"))
        let second = try #require(document.text.firstRange(of: Samples.second))
        let offset = document.text[..<second.lowerBound].utf8.count
        #expect(document.mark(at: offset)?.number == 2)
        #expect(document.pageCount == 2)
    }

    @Test func openDocumentGivesHeadingsTextListsAndTables() throws {
        let document = try Reading(Samples.openDocument).only()
        #expect(document.mediaType == .openDocument)
        #expect(document.title == "Grain report")
        #expect(document.date?.day.description == "2023-05-04")
        #expect(kinds(document)["Grain on the move"] == .headline)
        #expect(kinds(document)["Burgas"] == .list)
        #expect(document.text.contains("The bulk carrier left Constanta for Alexandria\non Monday"))
        #expect(document.text.contains("From | To\nVarna | Haifa"))
        #expect(!document.text.contains("Lagos"))
    }

    @Test func aBookGivesItsChaptersInTheOrderOfItsSpine() throws {
        let document = try Reading(Samples.book).only()
        #expect(document.mediaType == .epub)
        #expect(document.title == "Grain report")
        #expect(document.date?.day.description == "2023-05-04")
        #expect(document.text == "Grain on the move\n\n\(Samples.first)\n\n\(Samples.second)")
    }

    @Test func aWorkbookGivesItsRowsAsShipments() throws {
        let document = try Reading(Samples.workbook).only()
        #expect(document.mediaType == .xlsx)
        let shipment = try #require(document.shipments.first)
        #expect(document.shipments.count == 1)
        #expect(shipment.origin.map { document.text(at: $0) } == "Constanta")
        #expect(shipment.destination.map { document.text(at: $0) } == "Alexandria")
        #expect(shipment.columnMode == "sea")
        #expect(shipment.day?.description == "2023-05-01")
        #expect(document.mark(at: shipment.row.lowerBound)?.number == 3)
    }

    @Test func entitiesAreNotExpanded() throws {
        var zip = StoredZip()
        let bomb =
            "<!DOCTYPE d [<!ENTITY a \"grain grain grain\">"
            + (1...9).map {
                "<!ENTITY \(Array("abcdefghij")[$0]) \"&\(Array("abcdefghij")[$0 - 1]);&\(Array("abcdefghij")[$0 - 1]);\">"
            }.joined() + "]>"
        zip.add(
            "word/document.xml",
            bomb + "<w:d xmlns:w=\"w\"><w:p><w:t>Grain &j; left Constanta.</w:t></w:p></w:d>")
        let reading = try Reading(zip.bytes)
        #expect(reading.documents.allSatisfy { !$0.text.contains("grain grain") })
    }

    @Test func elementsNestedWithoutEndAreRefused() throws {
        var zip = StoredZip()
        zip.add("word/document.xml", String(repeating: "<w:p>", count: 100_000))
        let reading = try Reading(zip.bytes)
        #expect(reading.documents.isEmpty)
        guard case .damaged("file", format: "Word", _) = reading.failures.first else {
            Issue.record("\(reading.failures)")
            return
        }
    }
}
