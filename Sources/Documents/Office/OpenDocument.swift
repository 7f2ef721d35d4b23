/// Reads an OpenDocument text (ISO/IEC 26300), as LibreOffice writes it: paragraphs, headings, lists, tables.
struct OpenDocument {
    /// The parts of the package that are read.
    static func isWanted(_ part: String) -> Bool { part == "content.xml" || part == "meta.xml" }

    private(set) var blocks: [TextBlock] = []
    let properties: OfficeProperties

    /// Elements inside which nothing is text of the document.
    private static let skipped: Set<String> = [
        "tracked-changes", "annotation", "note-citation", "forms", "desc", "title",
    ]

    init(_ parts: PackedParts, name: String) throws(DocumentError) {
        guard let content = parts["content.xml"] else { throw .noText(name) }
        properties = OfficeProperties(parts["meta.xml"])
        var office = OfficeParts()
        var skipping = 0
        var lists = 0
        do throws(XMLPull.Failure) {
            let xml = try XMLPull(content)
            while let event = try xml.next() {
                switch event {
                case .start(let element):
                    if skipping > 0 || Self.skipped.contains(element) {
                        skipping += 1
                    } else {
                        if element == "list-item" { lists += 1 }
                        Self.begin(element, xml, isInList: lists > 0, &office)
                    }
                case .end(let element):
                    if skipping > 0 {
                        skipping -= 1
                    } else {
                        if element == "list-item" { lists -= 1 }
                        Self.end(element, &office)
                    }
                case .text(let text): if skipping == 0 { office.append(text) }
                }
            }
        } catch {
            throw .damaged(name, format: "OpenDocument", reason: error.reason)
        }
        blocks = office.blocks
    }

    private static func begin(
        _ element: String, _ xml: XMLPull, isInList: Bool, _ office: inout OfficeParts
    ) {
        switch element {
        case "p": office.beginParagraph(isInList ? .list : nil)
        case "h": office.beginParagraph(.headline)
        case "s":
            let count = xml.attribute("c").flatMap { Int($0) } ?? 1
            office.append(String(repeating: " ", count: min(max(count, 1), 80)))
        case "tab": office.append(" ")
        case "line-break": office.append("\n")
        case "soft-page-break": office.page = max(office.page, 1) + 1
        case "table": office.beginTable()
        case "table-row": office.beginRow()
        case "table-cell": office.beginCell()
        default: break
        }
    }

    private static func end(_ element: String, _ office: inout OfficeParts) {
        switch element {
        case "p", "h": office.endParagraph()
        case "table-row": office.endRow()
        case "table": office.endTable()
        default: break
        }
    }
}
