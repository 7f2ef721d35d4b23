internal import Foundation

/// The text of a PDF, by poppler's `pdftotext`, as a program of its own: what a hostile file does to it, it
/// does to that process, whose time, memory and output are bounded.
struct PDFText {
    static let program = "pdftotext"

    /// The seconds of a processor and the bytes of memory that reading may take.
    private static let seconds = 120
    private static let memory = 1_500_000_000

    /// The pages' texts, a line break behind every line.
    private(set) var pages: [Substring] = []
    private(set) var title: String?
    private(set) var date: PublicationDate?

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - name: What to call it in an error.
    ///   - limit: The most bytes its text may have.
    /// - Throws: `DocumentError.missingTool`, `.encrypted`, `.damaged`, `.tooLarge`, `.noTextLayer`.
    init(_ bytes: [UInt8], name: String, limit: Int) throws(DocumentError) {
        guard let tool = HelperProgram.located(Self.program) else {
            throw .missingTool(name, tool: Self.program, package: "poppler-utils")
        }
        let result: HelperProgram.Result
        do {
            result = try HelperProgram(
                executable: tool, seconds: Self.seconds, memory: Self.memory, output: limit * 2
            ).run(
                ["-htmlmeta", "-enc", "UTF-8", "-eol", "unix", HelperProgram.input, "-"],
                on: bytes)
        } catch {
            switch error {
            case .tooMuchOutput: throw .tooLarge(name, limit: limit)
            case .cannotRun(let reason): throw .unreadable(name, reason: reason)
            }
        }
        guard result.status == 0 else {
            // A lock is named in the file's last part.
            if !result.wasKilled, bytes.suffix(1 << 16).contains(Array("/Encrypt".utf8)) {
                throw .encrypted(name, format: "PDF")
            }
            let reason =
                result.wasKilled
                ? "it takes more time or memory than it may" : "\(Self.program) cannot read it"
            throw .damaged(name, format: "PDF", reason: reason)
        }
        read(String(decoding: result.output, as: UTF8.self)[...])
        guard pages.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw .noTextLayer(name)
        }
    }

    /// Takes apart the little page that the program writes: a head with what the file says of itself, and the
    /// text between `pre`, as it is, a form feed behind each page.
    private mutating func read(_ page: Substring) {
        guard let open = page.firstRange(of: "<pre>\n"),
            let close = page.ranges(of: "</pre>").last
        else { return }
        let head = page[..<open.lowerBound]
        title = Self.value(between: "<title>", "</title>", in: head)
        if let written = Self.value(
            between: "<meta name=\"CreationDate\" content=\"", "\"", in: head),
            let day = CalendarDate(String(written.prefix(10)))
        {
            date = PublicationDate(day: day, origin: .metadata("PDF CreationDate"))
        }
        let text = page[open.upperBound..<max(open.upperBound, close.lowerBound)]
        pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    }

    private static func value(
        between open: String, _ close: String, in text: Substring
    ) -> String? {
        guard let start = text.firstRange(of: open)?.upperBound,
            let end = text[start...].firstRange(of: close)?.lowerBound
        else { return nil }
        let value = unescaped(text[start..<end]).trimmingBlanks
        return value.isEmpty ? nil : value
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
