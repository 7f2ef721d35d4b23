import Foundation
import Testing

@testable import Documents

@Suite("Old Office files and rich text")
struct OldOfficeTests {
    private static let rich = Array(
        #"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0\pard The barge sailed from Izmail to Constanta with maize.\par}"#
            .utf8)

    /// A compound file's head, with the name of a stream in UTF-16.
    private static func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
            + stream.utf8.flatMap { [$0, 0] }
    }

    @Test("A compound file is known by its streams")
    func kinds() {
        #expect(OldOffice(compound: Self.compound("WordDocument")) == .word)
        #expect(OldOffice(compound: Self.compound("Workbook")) == .workbook)
        #expect(OldOffice(compound: Self.compound("PowerPoint Document")) == .slides)
        #expect(OldOffice(compound: Self.compound("EncryptedPackage")) == .locked)
        #expect(OldOffice(compound: Self.compound("Nothing")) == .other)
    }

    @Test("A locked file and slides are refused with a line that says which")
    func refused() throws {
        #expect(throws: DocumentError.encrypted("a.docx", format: "Office")) {
            try DocumentReader().document(from: Self.compound("EncryptedPackage"), name: "a.docx")
        }
        #expect(
            throws: DocumentError.foreignFormat("a.ppt", format: "PowerPoint (before 2007)")
        ) {
            try DocumentReader().document(from: Self.compound("PowerPoint Document"), name: "a.ppt")
        }
    }

    @Test("Rich text is read where LibreOffice is, else a line names what is missing")
    func rich() throws {
        guard HelperProgram.located(ConvertedOffice.program) != nil else {
            #expect(
                throws: DocumentError.missingTool("a.rtf", tool: "soffice", package: "libreoffice")
            ) { try DocumentReader().document(from: Self.rich, name: "a.rtf") }
            return
        }
        let document = try DocumentReader().document(from: Self.rich, name: "a.rtf")
        #expect(document.text.contains("The barge sailed from Izmail to Constanta with maize."))
        #expect(document.mediaType == .rtf)
    }
}
