/// A page as a flat list of elements and blocks of text, in the page's order.
///
/// Made without recursion: however deep a page is nested, the stack is not.
struct PageOutline {
    private(set) var elements: [PageElement] = []
    private(set) var blocks: [PageBlock] = []
    private(set) var metadata = PageMetadata()

    private let lexicon: PageLexicon
    private var text = BlockText()
    /// Rows seen of the table of data one is in; nil outside of such tables.
    private var rows: Int?

    init(tree: HTMLTree, lexicon: PageLexicon) {
        self.lexicon = lexicon
        elements.append(
            PageElement(
                parent: 0, name: "", signature: "", articleHint: nil, isDropped: false,
                isNamedFurniture: false, isAside: false, isInAside: false, isInForm: false,
                isCaption: false))
        /// The open elements: the node, the block-level element it opened or lies in, and what the
        /// text state was before it.
        var open: [(node: HTMLNode, element: Int, isBlock: Bool, wasLink: Bool, wasRaw: Bool)] = []
        var current: HTMLNode? = HTMLNode(pointer: tree.root)
        while true {
            if let node = current {
                let around = open.last?.element ?? 0
                if node.isElement, let entered = enter(node, around: around) {
                    open.append(
                        (node, entered.element, entered.isBlock, text.isLink, text.isPreformatted))
                    text.isLink = text.isLink || entered.name == "a"
                    text.isPreformatted = text.isPreformatted || entered.name == "pre"
                    current = node.firstChild
                    if current != nil { continue }
                    current = leave(&open)
                } else {
                    if node.isText { text.append(node.content) }
                    current = node.next
                }
            } else if open.isEmpty {
                break
            } else {
                current = leave(&open)
            }
        }
        endBlock(in: 0)
    }

    /// Closes the innermost open element and returns what follows it.
    private mutating func leave(
        _ open: inout [(node: HTMLNode, element: Int, isBlock: Bool, wasLink: Bool, wasRaw: Bool)]
    ) -> HTMLNode? {
        guard let last = open.popLast() else { return nil }
        if last.isBlock { endBlock(in: last.element) }
        if rows != nil, elements[last.element].name == "table", last.isBlock { rows = nil }
        text.isLink = last.wasLink
        text.isPreformatted = last.wasRaw
        return last.node.next
    }

    /// Enters an element; nil when nothing inside it is text.
    private mutating func enter(
        _ node: HTMLNode, around: Int
    ) -> (name: String, element: Int, isBlock: Bool)? {
        let name = node.name
        let attributes = node.attributes
        metadata.read(
            name: name, attributes: attributes, node: node, isDropped: elements[around].isDropped,
            lexicon: lexicon)
        if name == "br" {
            text.breakLine()
            return nil
        }
        guard !PageTags.withoutText.contains(name), !node.isNoteMark else { return nil }
        var isBlock = !PageTags.inline.contains(name)
        if name == "table", rows == nil, DataTable.isOne(node) { rows = 0 }
        if rows != nil, name == "td" || name == "th" {
            // A row is one block: what stands in cells is parted by strokes.
            if node.hasElementBefore { text.append(TableText.separator) }
            isBlock = false
        } else if !isBlock, node.followsElement, text.endsInWord,
            node.firstCharacter.map({ $0.isUppercase || $0.isNumber }) ?? false
        {
            // "9 June 2024" and "By the desk" side by side, parted by their style alone.
            text.append(" ")
        }
        var kind = PageTags.kind(of: name, attributes: attributes, lexicon: lexicon)
        // A link inside a sentence is a word of it, whatever its class.
        if !isBlock, kind.isNamedFurniture, node.isInSentence { kind.isNamedFurniture = false }
        guard isBlock || kind.isDropped || kind.isNamedFurniture else {
            return (name, around, false)
        }
        endBlock(in: around)
        elements.append(
            PageElement(
                parent: around, name: name,
                signature: name + "." + (attributes["class"]?.filter { !$0.isNumber } ?? ""),
                articleHint: kind.articleHint,
                isDropped: elements[around].isDropped || kind.isDropped,
                isNamedFurniture: kind.isNamedFurniture, isAside: name == "aside",
                isInAside: elements[around].isInAside || name == "aside",
                isInForm: elements[around].isInForm || name == "form",
                isCaption: elements[around].isCaption || kind.isCaption))
        return (name, elements.count - 1, true)
    }

    private func isNotice(_ text: String) -> Bool {
        guard text.utf8.count <= ParagraphShape.longest else { return false }
        let reader = FurnitureReader(
            shape: ParagraphShape(text[...]), text: text[...], lexicon: lexicon)
        return reader.isFurniture || reader.endsArticle
    }

    /// Whether a block is no furniture by what HTML says.
    func isContent(_ index: Int) -> Bool { !elements[blocks[index].element].isDropped }

    /// Blocks as parts of a document, with what the mark-up says of them.
    func textBlocks(at indices: [Int]) -> [TextBlock] {
        indices.map { index in
            TextBlock(
                blocks[index].text, kind: Self.kind(of: elements[blocks[index].element]),
                isNextLine: blocks[index].isLaterRow)
        }
    }

    private static func kind(of element: PageElement) -> ParagraphKind? {
        if element.isCaption { return .caption }
        switch element.name {
        case "h1", "h2", "h3", "h4", "h5", "h6": return .headline
        case "li", "dt", "dd", "td", "th", "tr": return .list
        default: return nil
        }
    }

    private mutating func endBlock(in element: Int) {
        guard let (content, linked, startsWithLink) = text.take() else { return }
        let isRow = rows != nil && elements[element].name == "tr"
        blocks.append(
            PageBlock(
                text: content, element: element, linkedBytes: linked,
                startsWithLink: startsWithLink, isRow: isRow,
                isLaterRow: isRow && (rows ?? 0) > 0,
                isNotice: elements[element].isInAside && isNotice(content)))
        if isRow { rows = (rows ?? 0) + 1 }
    }
}
