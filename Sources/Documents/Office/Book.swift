/// Reads a book in EPUB: the chapters its spine lists, in order, each with all its blocks.
struct Book {
    /// The parts of the package that are read; the rest are pictures and styles.
    static func isWanted(_ part: String) -> Bool {
        let name = part.lowercased()
        return [".opf", ".xhtml", ".html", ".htm", ".xml"].contains { name.hasSuffix($0) }
    }

    private(set) var blocks: [TextBlock] = []
    private(set) var properties = OfficeProperties(nil)

    init(_ parts: PackedParts, name: String, lexicon: PageLexicon) throws(DocumentError) {
        let container = parts["META-INF/container.xml"]
        let listed = container.flatMap { Self.attribute("full-path", of: "rootfile", in: $0) }
        let path = listed ?? parts.parts.keys.filter { $0.hasSuffix(".opf") }.sorted().first
        guard let path, let package = parts[path] else {
            throw .damaged(name, format: "EPUB", reason: "it has no list of its chapters")
        }
        properties = OfficeProperties(package)
        let folder =
            path.contains("/")
            ? path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) : ""
        for chapter in try Self.spine(of: package, name: name) {
            guard let bytes = parts[Self.resolved(folder + chapter)] else { continue }
            let page = try TextDecoder(name: name).text(from: bytes, isPage: true)
            // A chapter that is a picture, or broken, costs its own text only.
            guard let tree = try? HTMLTree(page: page) else { continue }
            let outline = PageOutline(tree: tree, lexicon: lexicon)
            blocks += outline.textBlocks(at: outline.blocks.indices.filter(outline.isContent))
        }
        guard !blocks.isEmpty else { throw .noText(name) }
    }

    private static func attribute(_ key: String, of element: String, in xml: [UInt8]) -> String? {
        guard let reader = try? XMLPull(xml) else { return nil }
        while let event = try? reader.next() {
            if case .start(element) = event { return reader.attribute(key) }
        }
        return nil
    }

    /// The files of the spine, by way of the manifest's ids.
    private static func spine(of package: [UInt8], name: String) throws(DocumentError) -> [String] {
        var files: [String: String] = [:]
        var order: [String] = []
        do throws(XMLPull.Failure) {
            let xml = try XMLPull(package)
            while let event = try xml.next() {
                guard case .start(let element) = event else { continue }
                if element == "item", let id = xml.attribute("id"), let file = xml.attribute("href")
                {
                    files[id] = file.removingPercentEscapes
                } else if element == "itemref", let id = xml.attribute("idref") {
                    order.append(id)
                }
            }
        } catch {
            throw .damaged(name, format: "EPUB", reason: error.reason)
        }
        var seen: Set<String> = []
        return order.filter { seen.insert($0).inserted }.compactMap { files[$0] }
    }

    /// A path without "." and ".." in it.
    private static func resolved(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
