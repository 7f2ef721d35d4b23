/// What a file of Office's form of before 2007, or of RTF, holds.
enum OldOffice: String, Hashable {
    case word = "Word (before 2007)"
    case workbook = "Excel (before 2007)"
    case slides = "PowerPoint (before 2007)"
    case rich = "RTF"
    /// A file of today's form that a password locks.
    case locked = "Office"
    case other = "locked or old (before 2007) Office"

    /// What a compound file holds, by the names of its streams in UTF-16 ([MS-CFB], 2.6.1).
    init(compound bytes: [UInt8]) {
        func holds(_ name: String) -> Bool {
            bytes.contains(name.utf8.flatMap { [$0, 0] })
        }
        // A locked workbook has both names.
        if holds("EncryptedPackage") || holds("EncryptionInfo") {
            self = .locked
        } else if holds("WordDocument") {
            self = .word
        } else if holds("Workbook") {
            self = .workbook
        } else if holds("PowerPoint Document") {
            self = .slides
        } else {
            self = .other
        }
    }

    /// The format that it is turned into, by its extension; nil for what is not turned.
    var target: String? {
        switch self {
        case .word, .rich: "docx"
        case .workbook: "xlsx"
        case .slides, .locked, .other: nil
        }
    }

    var mediaType: MediaType {
        switch self {
        case .rich: .rtf
        case .workbook: .xls
        default: .doc
        }
    }
}
