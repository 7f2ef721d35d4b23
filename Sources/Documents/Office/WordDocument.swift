/// Reads a document of Microsoft Word (ECMA-376, WordprocessingML): paragraphs, headings, lists, tables.
///
/// What was deleted under change tracking, field codes and the second form of a text box are left out; so
/// are headers and footers, which stand on every page. Pages are those of the last time it was laid out.
struct WordDocument {
    /// The parts of the package that are read.
    static func isWanted(_ part: String) -> Bool {
        part == "word/document.xml" || part == "word/footnotes.xml" || part == "docProps/core.xml"
    }

    private(set) var blocks: [TextBlock] = []
    let properties: OfficeProperties

    init(_ parts: PackedParts, name: String) throws(DocumentError) {
        guard let body = parts["word/document.xml"] else { throw .noText(name) }
        properties = OfficeProperties(parts["docProps/core.xml"])
        blocks = try Self.blocks(of: body, name: name)
        if let notes = parts["word/footnotes.xml"] {
            blocks += try Self.blocks(of: notes, name: name).map { TextBlock($0.text) }
        }
    }

    /// Elements inside which nothing is text of the document.
    private static let skipped: Set<String> = [
        "del", "moveFrom", "Fallback", "sectPr", "tblPr", "rPr", "instrText", "delText",
    ]

    private static func blocks(of part: [UInt8], name: String) throws(DocumentError) -> [TextBlock]
    {
        var parts = OfficeParts()
        var skipping = 0
        var isText = false
        do throws(XMLPull.Failure) {
            let xml = try XMLPull(part)
            while let event = try xml.next() {
                switch event {
                case .start(let element):
                    if skipping > 0 || skipped.contains(element) {
                        skipping += 1
                    } else if element == "t" {
                        isText = true
                    } else {
                        begin(element, xml, &parts)
                    }
                case .end(let element):
                    if skipping > 0 {
                        skipping -= 1
                    } else if element == "t" {
                        isText = false
                    } else {
                        end(element, &parts)
                    }
                case .text(let text):
                    if isText, skipping == 0 { parts.append(text) }
                }
            }
        } catch {
            throw .damaged(name, format: "Word", reason: error.reason)
        }
        return parts.blocks
    }

    private static func begin(_ element: String, _ xml: XMLPull, _ parts: inout OfficeParts) {
        switch element {
        case "p": parts.beginParagraph()
        case "pStyle":
            let style = xml.attribute("val")?.lowercased() ?? ""
            if style.hasPrefix("heading") || style == "title" { parts.mark(.headline) }
            if style == "caption" { parts.mark(.caption) }
        case "numPr": parts.mark(.list)
        case "tab": parts.append(" ")
        case "br", "cr":
            if xml.attribute("type") == "page" {
                parts.page = max(parts.page, 1) + 1
            } else {
                parts.append("\n")
            }
        case "lastRenderedPageBreak": parts.page = max(parts.page, 1) + 1
        case "noBreakHyphen": parts.append("-")
        case "tbl": parts.beginTable()
        case "tr": parts.beginRow()
        case "tc": parts.beginCell()
        default: break
        }
    }

    private static func end(_ element: String, _ parts: inout OfficeParts) {
        switch element {
        case "p": parts.endParagraph()
        case "tr": parts.endRow()
        case "tbl": parts.endTable()
        default: break
        }
    }
}
