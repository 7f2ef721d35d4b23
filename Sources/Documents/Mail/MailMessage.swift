/// A mail as a reader sees it: its subject, day, the best of its alternative texts, what is attached.
struct MailMessage {
    /// Something attached, of any format.
    struct Attachment {
        let name: String
        let bytes: [UInt8]
        let mediaType: MediaType?
    }

    let subject: String?
    let day: CalendarDate?
    /// The text, and whether it is HTML; nil for a mail without one.
    private(set) var body: (text: String, isPage: Bool)?
    private(set) var attachments: [Attachment] = []
    /// Where a browser saved the page this is from, if it is one.
    let savedFrom: String?

    private let name: String
    private var plain: [String] = []
    private var pages: [String] = []

    init(_ bytes: [UInt8], name: String) {
        self.name = name
        let root = MIMEPart(bytes[...])
        subject = root.headers["subject"].flatMap { $0.isEmpty ? nil : $0 }
        day = root.headers["date"].flatMap(MailDate.day)
        savedFrom = Self.savedAddress(of: root)
        walk(root)
        let text = plain.joined(separator: "\n\n")
        let page = pages.first
        // A plain text that is a mere stub ("your program cannot show this mail") does not count.
        if let page, savedFrom != nil || text.utf8.count * 12 < page.utf8.count {
            body = (page, true)
        } else if text.contains(where: { !$0.isWhitespace }) {
            body = (MailText.cleaned(text), false)
        } else if let page {
            body = (page, true)
        }
    }

    /// Parts in order, without recursion deeper than parts may lie in one another.
    private mutating func walk(_ part: MIMEPart) {
        if part.type.hasPrefix("multipart/") {
            for inner in part.parts { walk(inner) }
        } else if part.isAttachment || part.type == "message/rfc822"
            || part.fileName != nil && !part.type.hasPrefix("text/")
        {
            attach(part)
        } else if part.type == "text/plain" || part.type == "text/html" {
            let isPage = part.type == "text/html"
            // Of saved pages the first HTML is the page, the others its frames.
            guard savedFrom == nil || isPage && pages.isEmpty else { return }
            let charset = part.parameters["charset"]?.lowercased()
            guard
                let text = try? TextDecoder(name: name).text(
                    from: part.content, isPage: isPage, declared: charset)
            else { return }
            if isPage {
                pages.append(text)
            } else {
                plain.append(
                    part.parameters["format"]?.lowercased() == "flowed"
                        ? MailText.unflowed(text) : text)
            }
        }
    }

    private mutating func attach(_ part: MIMEPart) {
        guard savedFrom == nil, !part.type.hasPrefix("image/"), !part.type.hasPrefix("audio/"),
            !part.type.hasPrefix("video/")
        else { return }
        let isMail = part.type == "message/rfc822"
        let name = part.fileName ?? (isMail ? "message \(attachments.count + 1).eml" : "attachment")
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        attachments.append(
            Attachment(
                name: name, bytes: part.content,
                mediaType: isMail
                    ? .mail
                    : MediaType(fileExtension: ending)
                        ?? MediaType(rawValue: part.type)))
    }

    /// The address of a page that a browser saved: it says so, or its first part has an address and it is
    /// no mail that was ever sent.
    private static func savedAddress(of root: MIMEPart) -> String? {
        if let address = root.headers["snapshot-content-location"] { return address }
        guard root.type == "multipart/related", root.headers["message-id"] == nil,
            root.headers["received"] == nil
        else { return nil }
        return root.parts.first { $0.type == "text/html" }?.headers["content-location"]
    }
}
