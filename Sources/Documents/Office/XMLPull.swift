internal import CLibXML2

/// Owner of one reading of XML by libxml2, an event at a time: what it holds is never a whole tree.
///
/// Entities are not expanded and nothing outside is asked for; the library's own limits stay (a depth of
/// 256, ten million bytes a text).
final class XMLPull {
    /// Why reading stopped: the XML is not well-formed.
    struct Failure: Error {
        /// The library's words.
        let reason: String
    }

    /// What comes next; names are without their prefix.
    enum Event {
        case start(String)
        case end(String)
        case text(String)
    }

    private let reader: xmlTextReaderPtr
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private var emptyElement: String?

    /// A reading of some bytes in any encoding they declare.
    init(_ content: [UInt8]) throws(Failure) {
        bytes = .allocate(capacity: max(content.count, 1))
        for (index, byte) in content.enumerated() { bytes[index] = CChar(bitPattern: byte) }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard content.count < Int(Int32.max),
            let reader = xmlReaderForMemory(
                bytes.baseAddress, Int32(content.count), nil, nil, Int32(bitPattern: options))
        else {
            bytes.deallocate()
            throw Failure(reason: "no XML")
        }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next event, or nil at the end.
    func next() throws(Failure) -> Event? {
        if let name = emptyElement {
            emptyElement = nil
            return .end(name)
        }
        while true {
            let result = xmlTextReaderRead(reader)
            if result == 0 { return nil }
            guard result == 1 else {
                let error = xmlGetLastError()
                let words = error?.pointee.message.map { String(cString: $0) } ?? "not well-formed"
                throw Failure(reason: words.split(separator: "\n").first.map(String.init) ?? words)
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                let name = localName
                if xmlTextReaderIsEmptyElement(reader) == 1 { emptyElement = name }
                return .start(name)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(localName)
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                guard let value = xmlTextReaderConstValue(reader) else { continue }
                return .text(String(cString: value))
            default: continue
            }
        }
    }

    private var localName: String {
        xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    }

    /// The value of an attribute of the element just begun, by its name without prefix.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        var value: String?
        repeat {
            if localName == name, let found = xmlTextReaderConstValue(reader) {
                value = String(cString: found)
                break
            }
        } while xmlTextReaderMoveToNextAttribute(reader) == 1
        _ = xmlTextReaderMoveToElement(reader)
        return value
    }
}
