/// What kind of file a document came from.
public enum MediaType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Plain text.
    case plainText = "text/plain"
    /// Markdown, read without its marks.
    case markdown = "text/markdown"
    /// A web page; the document's text is the article found in it.
    case html = "text/html"
    /// A printed document; its pages are known.
    case pdf = "application/pdf"
    /// A document of Microsoft Word.
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    /// A workbook of Microsoft Excel, read as a table.
    case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    /// A document of Word, a workbook of Excel of before 2007, or rich text: read by way of LibreOffice.
    case doc = "application/msword"
    case xls = "application/vnd.ms-excel"
    case rtf = "application/rtf"
    /// A document of LibreOffice and others.
    case openDocument = "application/vnd.oasis.opendocument.text"
    /// A book.
    case epub = "application/epub+zip"
    /// A mail.
    case mail = "message/rfc822"
    /// A page that a browser saved with all it holds; the text is the article found in it.
    case savedPage = "multipart/related"
    /// A table with commas or semicolons between its cells.
    case csv = "text/csv"
    /// A table with tabulators between its cells.
    case tsv = "text/tab-separated-values"

    /// The type a file name's extension stands for, or nil for one that tells nothing.
    public init?(fileExtension: String) {
        switch fileExtension.lowercased() {
        case "txt", "text": self = .plainText
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        case "pdf": self = .pdf
        case "docx": self = .docx
        case "xlsx": self = .xlsx
        case "doc": self = .doc
        case "xls": self = .xls
        case "rtf": self = .rtf
        case "odt": self = .openDocument
        case "epub": self = .epub
        case "eml": self = .mail
        case "mht", "mhtml": self = .savedPage
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        default: return nil
        }
    }
}
