/// Files that hold several documents.
extension FileReading {
    mutating func readArchive(
        _ bytes: [UInt8], name: String, each: Each
    ) throws(DocumentError) {
        do throws(Archive.Failure) {
            let archive = try Archive(bytes)
            while let entry = try archive.next() {
                guard entry.isFile, !Self.isHidden(entry.name) else { continue }
                let inside = "\(name)/\(entry.name)"
                guard !entry.isEncrypted else {
                    each(.failure(.encrypted(inside, format: "packed")))
                    continue
                }
                let content: [UInt8]
                do throws(Archive.Failure) {
                    content = try archive.contents(
                        limit: budget.limit(atMost: DocumentReader.packedLimit))
                } catch {
                    guard error.concernsEntry else { throw error }
                    each(.failure(error.documentError(inside, format: "ZIP")))
                    continue
                }
                do throws(DocumentError) {
                    try budget.spend(content.count, name: name)
                } catch {
                    each(.failure(error))
                    return
                }
                let ending = entry.name.split(separator: ".").last.map(String.init) ?? ""
                readInside(
                    content, name: inside, mediaType: MediaType(fileExtension: ending),
                    each: each)
            }
        } catch {
            throw error.documentError(name, format: "ZIP")
        }
    }

    /// What systems put into archives beside their files.
    private static func isHidden(_ path: String) -> Bool {
        path.hasPrefix("__MACOSX/")
            || path.split(separator: "/").contains { $0.first == "." && $0 != ".." && $0 != "." }
            || path.hasSuffix("Thumbs.db")
    }

    mutating func readUnpacked(
        _ bytes: [UInt8], name: String, mediaType: MediaType?, each: Each
    ) throws(DocumentError) {
        // A tar in gzip is an archive; everything else is one file.
        let content: [UInt8]
        var isArchive = false
        do throws(Archive.Failure) {
            let archive = try Archive(bytes)
            guard let entry = try archive.next() else { throw .damaged("nothing in it") }
            isArchive = entry.name != "data"
            content =
                isArchive
                ? []
                : try archive.contents(limit: budget.limit(atMost: DocumentReader.packedLimit))
        } catch {
            throw error.documentError(name, format: "gzip")
        }
        guard !isArchive else { return try readArchive(bytes, name: name, each: each) }
        try budget.spend(content.count, name: name)
        let inner = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
        let ending = inner.split(separator: ".").last.map(String.init) ?? ""
        try read(
            content, name: name, mediaType: mediaType ?? MediaType(fileExtension: ending),
            each: each)
    }

    mutating func readMail(
        _ bytes: [UInt8], name: String, each: Each
    ) throws(DocumentError) {
        let mail = MailMessage(bytes, name: name)
        if let address = mail.savedFrom {
            guard let body = mail.body else { throw .noText(name) }
            if let keep { return keep(part(bytes, name: name, mediaType: .savedPage)) }
            var page = try Document(
                page: body.text, name: name, source: source ?? address, lexicon: lexicon)
            page.mediaType = .savedPage
            return give(page, name, each)
        }
        var blocks = mail.subject.map { [TextBlock($0, kind: .headline)] } ?? []
        if let body = mail.body {
            blocks +=
                try body.isPage
                ? Self.blocks(ofPage: body.text, name: name, lexicon: lexicon)
                : [TextBlock(body.text)]
        }
        guard mail.body != nil || !mail.attachments.isEmpty else { throw .noText(name) }
        if let keep {
            // Read apart, a mail is its first document: one without words of its own would be what is attached.
            if !blocks.isEmpty { keep(part(bytes, name: name, mediaType: .mail)) }
        } else if let document = try? Document(
            blocks: blocks, name: name, date: mail.day.map { Self.mailDate($0) },
            title: mail.subject, source: source, mediaType: .mail, lexicon: lexicon)
        {
            give(document, name, each)
        }
        for attachment in mail.attachments {
            let inside = "\(name)/\(attachment.name)"
            do throws(DocumentError) {
                try budget.spend(attachment.bytes.count, name: inside)
            } catch {
                return each(.failure(error))
            }
            readInside(
                attachment.bytes, name: inside, mediaType: attachment.mediaType, each: each)
        }
    }

    private static func mailDate(_ day: CalendarDate) -> PublicationDate {
        PublicationDate(day: day, origin: .metadata("mail Date"))
    }

    /// All that a page holds: a mail has no navigation around it.
    private static func blocks(
        ofPage text: String, name: String, lexicon: PageLexicon
    ) throws(DocumentError) -> [TextBlock] {
        guard let tree = try? HTMLTree(page: text) else { throw .noText(name) }
        let outline = PageOutline(tree: tree, lexicon: lexicon)
        return outline.textBlocks(at: outline.blocks.indices.filter(outline.isContent))
    }

    mutating func readMailbox(_ bytes: [UInt8], name: String, each: Each) {
        for (number, range) in Mailbox.mails(in: bytes).enumerated() {
            readInside(
                Array(bytes[range]), name: "\(name)/\(number + 1)", mediaType: .mail, each: each)
        }
    }

    func readJSON(_ bytes: [UInt8], name: String, each: Each) {
        for (number, range) in JSONDocuments.lines(of: bytes).enumerated() where !range.isEmpty {
            let inside = "\(name):\(number + 1)"
            guard let entry = JSONDocuments.entry(of: bytes[range]) else {
                each(.failure(.damaged(inside, format: "JSON", reason: "no object with a text")))
                continue
            }
            guard entry.text.contains(where: { !$0.isWhitespace }) else {
                each(.failure(.empty(inside)))
                continue
            }
            let called = entry.id.map { "\(name)/\($0)" } ?? inside
            if let keep {
                keep(
                    DocumentPart(
                        name: entry.title ?? called, content: .text(entry.text), date: entry.date,
                        source: source ?? entry.source, language: entry.language))
                continue
            }
            let document = Document(
                layout: Layout(text: entry.text, lexicon: lexicon),
                date: entry.date.map { PublicationDate(day: $0) }, title: entry.title,
                source: source ?? entry.source, mediaType: .plainText, language: entry.language,
                lexicon: lexicon)
            give(document, called, each)
        }
    }

    mutating func readWebArchive(
        _ bytes: [UInt8], name: String, each: Each
    ) throws(DocumentError) {
        var found = false
        for record in WebArchive(bytes[...]) {
            guard let page = record.page else { continue }
            found = true
            try budget.spend(page.count, name: name)
            var inside = FileReading(reader: reader, date: date, source: source ?? record.address)
            inside.budget = budget
            inside.depth = depth
            inside.keep = keep
            inside.readInside(page, name: "\(name)/\(record.address)", mediaType: .html, each: each)
        }
        guard found else { throw .noText(name) }
    }
}
