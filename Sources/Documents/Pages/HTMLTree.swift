internal import CLibXML2

/// Owner of the tree libxml2 makes of a page; it lives as long as this does.
final class HTMLTree {
    /// Why no tree was made.
    enum Failure: Error {
        /// No element in the page, or no memory for it.
        case nothingFound
        /// Nested deeper than any honest page.
        case tooComplex
    }

    /// Elements inside one another; closing one costs the parser a look at all that are open.
    private static let deepest: Int32 = 500
    /// Attributes of one element; the parser compares each with all others.
    private static let mostAttributes = 1_000

    let root: xmlNodePtr

    private let document: htmlDocPtr

    /// The tree of a page.
    init(page: String) throws(Failure) {
        var page = page
        if let shortened = page.withUTF8({ OverlongTags.shortened($0, most: Self.mostAttributes) })
        {
            page = shortened
        }
        guard let context = htmlNewParserCtxt() else { throw .nothingFound }
        defer { htmlFreeParserCtxt(context) }
        context.pointee.sax.pointee.startElement = { context, name, attributes in
            guard let parser = context?.assumingMemoryBound(to: htmlParserCtxt.self) else { return }
            if parser.pointee.nameNr > HTMLTree.deepest {
                xmlStopParser(parser)
            } else {
                xmlSAX2StartElement(context, name, attributes)
            }
        }
        // HUGE lifts the parser's own limits, at which it would silently stop in mid-page. The
        // text is UTF-8 by now, whatever it declares. Returns null only without memory.
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_COMPACT.rawValue | XML_PARSE_HUGE.rawValue
        let document = page.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                htmlCtxtReadMemory(
                    context, $0.baseAddress, Int32(clamping: $0.count), nil, "UTF-8",
                    Int32(bitPattern: options))
            }
        }
        let isStopped = context.pointee.errNo == Int32(bitPattern: XML_ERR_USER_STOP.rawValue)
        guard !isStopped, let document, let root = xmlDocGetRootElement(document) else {
            xmlFreeDoc(document)
            throw isStopped ? .tooComplex : .nothingFound
        }
        self.document = document
        self.root = root
    }

    deinit {
        xmlFreeDoc(document)
    }
}
