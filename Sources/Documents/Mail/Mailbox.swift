/// A file of many mails, each behind a line that begins with "From " (RFC 4155).
enum Mailbox {
    /// The most mails of one file.
    private static let mostMails = 100_000

    /// Whether bytes begin like a mailbox.
    static func isMailbox(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: Array("From ".utf8)),
            let feed = bytes.prefix(400).firstIndex(of: 0x0A)
        else { return false }
        return MailShape.isMail(bytes[(feed + 1)...], needsProof: false)
    }

    /// The mails' ranges.
    static func mails(in bytes: [UInt8]) -> [Range<Int>] {
        let mark = Array("From ".utf8)
        var starts: [Int] = []
        var index = 0
        var wasEmpty = true
        while index < bytes.count, starts.count <= mostMails {
            let feed = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            if wasEmpty, bytes[index..<feed].starts(with: mark) { starts.append(index) }
            wasEmpty = feed - index <= 1
            index = feed + 1
        }
        return starts.indices.map { number in
            let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
            let feed = bytes[starts[number]..<end].firstIndex(of: 0x0A) ?? end - 1
            return feed + 1..<end
        }
    }
}

/// Tells a mail by how it begins.
enum MailShape {
    private static let proofs: Set<String> = [
        "mime-version", "message-id", "received", "return-path", "delivered-to", "dkim-signature",
    ]
    private static let usual: Set<String> = ["from", "to", "subject", "date", "content-type", "cc"]

    /// Whether bytes begin with the header of a mail; with proof that a program wrote it, where asked
    /// for: a note may begin with "From:" and "To:" as well.
    static func isMail(_ bytes: ArraySlice<UInt8>, needsProof: Bool) -> Bool {
        let head = String(decoding: bytes.prefix(8_192), as: UTF8.self)
        var known = 0
        var isProven = !needsProof
        for line in head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty { break }
            if line.first == " " || line.first == "\t" { continue }
            guard let colon = line.firstIndex(of: ":") else { return false }
            let name = line[..<colon].lowercased()
            guard !name.contains(where: { $0 == " " || !$0.isASCII }) else { return false }
            if proofs.contains(name) { isProven = true }
            if usual.contains(name) || proofs.contains(name) { known += 1 }
        }
        return isProven && known >= 2
    }
}
