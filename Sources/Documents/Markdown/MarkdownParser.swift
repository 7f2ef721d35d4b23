internal import CMarkGFM

/// Owner of one parse of Markdown by GitHub's cmark, tables, notes, lists to tick and struck-out text included.
final class MarkdownParser {
    /// Registered once for the process, as the library asks for.
    private static let areExtensionsRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    private let parser: OpaquePointer

    /// A parser, or nil without memory.
    init?() {
        guard Self.areExtensionsRegistered,
            let parser = cmark_parser_new(
                Int32(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES))
        else { return nil }
        self.parser = parser
        for name in ["table", "strikethrough", "tasklist"] {
            guard let found = cmark_find_syntax_extension(name) else { continue }
            cmark_parser_attach_syntax_extension(parser, found)
        }
    }

    deinit {
        cmark_parser_free(parser)
    }

    /// A text as HTML; what is HTML in it stays.
    func html(of text: String) -> String? {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parser_feed(parser, $0.baseAddress, $0.count)
            }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let html = cmark_render_html(root, Int32(CMARK_OPT_UNSAFE), extensions) else {
            return nil
        }
        // The library's own memory is the C library's unless told otherwise.
        defer { cmark_get_default_mem_allocator()?.pointee.free(html) }
        return String(cString: html)
    }
}
