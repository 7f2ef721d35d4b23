/// What an office document says about itself: Dublin Core's title, dates and language.
struct OfficeProperties {
    private(set) var title: String?
    private(set) var language: String?
    private var created: String?
    private var modified: String?
    private var issued: String?

    /// The properties in some XML; none where it is missing or broken.
    init(_ xml: [UInt8]?) {
        guard let xml, let reader = try? XMLPull(xml) else { return }
        var element = ""
        while let event = try? reader.next() {
            switch event {
            case .start(let name): element = name
            case .end: element = ""
            case .text(let text): take(text, of: element)
            }
        }
    }

    private mutating func take(_ text: String, of element: String) {
        let text = text.trimmingBlanks
        guard !text.isEmpty else { return }
        switch element {
        case "title": title = title ?? text
        case "language": language = language ?? text
        case "created", "creation-date": created = created ?? text
        case "modified": modified = modified ?? text
        case "date": issued = issued ?? text
        default: break
        }
    }

    /// The day it was written, else published, else last changed.
    var date: PublicationDate? {
        for (value, origin) in [(created, "created"), (issued, "date"), (modified, "modified")] {
            guard let value, let day = CalendarDate(String(value.prefix(10))) else { continue }
            return PublicationDate(day: day, origin: .metadata("document \(origin)"))
        }
        return nil
    }
}

extension String {
    /// The text without white space around it.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
