/// What kind of file a document came from.
public enum MediaType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Plain text.
    case plainText = "text/plain"
    /// Markdown, read as plain text with its marks.
    case markdown = "text/markdown"
    /// A web page; the document's text is the article found in it.
    case html = "text/html"

    /// The type a file name's extension stands for, or nil for one that tells nothing.
    public init?(fileExtension: String) {
        switch fileExtension.lowercased() {
        case "txt", "text": self = .plainText
        case "md", "markdown": self = .markdown
        case "html", "htm", "xhtml": self = .html
        default: return nil
        }
    }
}
