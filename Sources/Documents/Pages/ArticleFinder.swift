/// Finds the article among a page's blocks: what the page says itself (`itemprop="articleBody"`,
/// `article`, `main`), else where the text is dense and the links are few.
///
/// The score of an element is that of Arc90's Readability: each paragraph of 25 letters or more
/// gives a point, one a comma and up to three for its length to its parent, half to the one above;
/// the sum is taken down by the share of its text that stands in links.
struct ArticleFinder {
    /// Fewer bytes than this are no article.
    private static let least = 200

    private let outline: PageOutline
    /// Bytes of text, and of linked text, inside each element.
    private let text: [Int]
    private let linked: [Int]
    /// Bytes of running text inside each element, and of all else: short lines, links, teasers.
    private let prose: [Int]
    private let rest: [Int]
    /// The elements directly inside each.
    private let children: [[Int]]
    /// The blocks that count.
    private let blocks: [Int]
    /// Those of them that stand below or behind a link to what they are about.
    private let teasers: Set<Int>

    /// The indices of the article's blocks, in order, the headline first; empty for no text.
    static func article(in outline: PageOutline) -> [Int] {
        for withForms in [false, true] {
            let finder = ArticleFinder(outline: outline, withForms: withForms)
            if let found = finder.article() { return found }
        }
        // Nothing is dense enough: all but the lists of links, where anything else is left.
        let finder = ArticleFinder(outline: outline, withForms: true)
        let plain = finder.blocks.filter { !finder.isLinkList($0) && !finder.teasers.contains($0) }
        return plain.isEmpty ? finder.blocks : plain
    }

    private init(outline: PageOutline, withForms: Bool) {
        self.outline = outline
        let elements = outline.elements
        let structural = outline.blocks.indices.filter { index in
            let element = elements[outline.blocks[index].element]
            return !element.isDropped && (withForms || !element.isInForm)
        }
        var children: [[Int]] = elements.map { _ in [] }
        for index in elements.indices where index > 0 {
            children[elements[index].parent].append(index)
        }
        self.children = children
        let all = Self.sums(of: structural, in: outline) { $0.text.utf8.count }
        let prose = Self.sums(of: structural, in: outline) {
            $0.isProse ? $0.text.utf8.count : 0
        }
        var isFurniture = elements.map { _ in false }
        var isInArticle = elements.map { _ in false }
        for index in elements.indices where index > 0 {
            let element = elements[index]
            isInArticle[index] = isInArticle[element.parent] || element.articleHint != nil
            isFurniture[index] =
                isFurniture[element.parent]
                || element.isNamedFurniture
                    && Self.isBelieved(all[index], of: all[0], besides: prose[0] - prose[index])
                || element.isAside && !element.isNamedFurniture
                    && !(isInArticle[index] && prose[index] * 2 > all[index])
                    && all[index] * 2 < all[0]
        }
        blocks = structural.filter { !isFurniture[outline.blocks[$0].element] }
        text = Self.sums(of: blocks, in: outline) { $0.text.utf8.count }
        linked = Self.sums(of: blocks, in: outline) { $0.linkedBytes }
        let teasers = Self.teasers(among: blocks, in: outline)
        self.teasers = teasers
        let running = blocks.filter { !teasers.contains($0) && outline.blocks[$0].isProse }
        let sums = Self.sums(of: running, in: outline) { $0.text.utf8.count }
        self.prose = sums
        rest = zip(text, sums).map { $0 - $1 }
    }

    /// The blocks of lists of links and what they lead to: each begins with its link, or stands below a heading that
    /// is one.
    private static func teasers(among blocks: [Int], in outline: PageOutline) -> Set<Int> {
        var found: Set<Int> = []
        var isBelowLink = false
        for index in blocks {
            let block = outline.blocks[index]
            let length = block.text.utf8.count
            let isLink = block.linkedBytes * 10 >= length * 9
            if isLink {
                isBelowLink = length >= 20
            } else if isBelowLink || block.startsWithLink && block.linkedBytes >= 25 && length < 500
            {
                found.insert(index)
                isBelowLink = false
            }
        }
        // One alone is a paragraph that begins with a link.
        return found.count >= 3 ? found : []
    }

    /// Whether a class that names furniture is believed: of a part of the page, and of most of it only where the
    /// rest still holds running text; wrappers of a whole page have such classes too ("has-sidebar").
    private static func isBelieved(_ bytes: Int, of all: Int, besides prose: Int) -> Bool {
        bytes * 5 < all * 2 || prose >= 200 && bytes * 4 < all * 3
    }

    /// For each element the sum over the blocks inside it.
    private static func sums(
        of blocks: [Int], in outline: PageOutline, _ value: (PageBlock) -> Int
    ) -> [Int] {
        var sums = outline.elements.map { _ in 0 }
        for index in blocks { sums[outline.blocks[index].element] += value(outline.blocks[index]) }
        // Elements come after the ones around them, so one pass from the end sums every subtree.
        for index in sums.indices.reversed() where index > 0 {
            sums[outline.elements[index].parent] += sums[index]
        }
        return sums
    }

    private func article() -> [Int]? {
        guard let root = hinted() ?? densest() else { return nil }
        let inside = elementsInside(root)
        let body = blocks.filter {
            inside[outline.blocks[$0].element] && !isLinkList($0)
                && !PageBlock.isRightsNotice(outline.blocks[$0].text[...])
                && !(teasers.contains($0) && prose[root] > 0)
        }
        guard let first = body.first else { return nil }
        guard !body.prefix(4).contains(where: { isHeading($0) || isTitle($0) }),
            let headline = blocks.last(where: { $0 < first && isTitle($0) })
                ?? blocks.last(where: { $0 < first && isHeading($0) })
        else { return body }
        return [headline] + standfirst(between: headline, and: first) + body
    }

    /// What is told between a headline and the article's first block: running text, or points in a list.
    private func standfirst(between headline: Int, and first: Int) -> [Int] {
        let between = blocks.filter { $0 > headline && $0 < first }
        // More than a few blocks are another part of the page.
        guard between.count <= Self.mostBetween else { return [] }
        return between.filter { index in
            let block = outline.blocks[index]
            return block.text.utf8.count >= Self.leastStandfirst && block.linkedBytes == 0
                && !block.isNotice && block.text.split(separator: " ").count >= Self.leastWords
        }
    }

    private static let mostBetween = 10
    private static let leastStandfirst = 40
    private static let leastWords = 6

    /// Whether a block is the page's title, perhaps with the site's name behind it in that.
    private func isTitle(_ index: Int) -> Bool {
        let block = outline.blocks[index]
        guard block.text.utf8.count >= 12, block.text.utf8.count <= 300,
            block.linkedBytes * 2 < block.text.utf8.count
        else { return false }
        return outline.metadata.titles.contains { $0.hasPrefix(block.text) }
    }

    private func linkShare(_ element: Int) -> Double {
        text[element] == 0 ? 1 : Double(linked[element]) / Double(text[element])
    }

    /// The element that says it is the article, if it holds enough running text and, where several
    /// say so (a page of teasers), most of it.
    private func hinted() -> Int? {
        for hint in [PageElement.ArticleHint.articleBody, .article] {
            let all = outline.elements.indices.filter {
                outline.elements[$0].articleHint == hint && !outline.elements[$0].isDropped
                    && text[$0] >= Self.least && linkShare($0) < 0.5
            }
            guard let best = all.max(by: { text[$0] < text[$1] }) else { continue }
            let sum = all.reduce(0) { $0 + text[$1] }
            if text[best] * 10 >= sum * 6 { return widened(best) }
        }
        return nil
    }

    private func densest() -> Int? {
        let elements = outline.elements
        var score = elements.map { _ in 0.0 }
        for index in blocks {
            let block = outline.blocks[index]
            let length = block.text.utf8.count
            guard length >= 25, block.linkedBytes * 2 < length, !teasers.contains(index) else {
                continue
            }
            let commas = block.text.utf8.count { $0 == UInt8(ascii: ",") }
            let points = 1 + Double(commas) + min(Double(length) / 100, 3)
            // A block directly in a division is its own paragraph.
            let isParagraph = ["p", "pre", "blockquote", "li", "td", "tr"].contains(
                elements[block.element].name)
            let holder = isParagraph ? elements[block.element].parent : block.element
            score[holder] += points
            score[elements[holder].parent] += points / 2
        }
        let main = elements.indices.filter {
            elements[$0].articleHint == .main && !elements[$0].isDropped && text[$0] >= Self.least
        }
        let allowed = main.count == 1 ? main.first.map(elementsInside) : nil
        let candidates = elements.indices.filter { score[$0] > 0 && allowed?[$0] ?? true }
        let weighted = candidates.map { (element: $0, score: score[$0] * (1 - linkShare($0))) }
        guard let best = weighted.max(by: { $0.score < $1.score }) else { return nil }
        let whole = widened(wholeList(around: best.element))
        return text[whole] >= Self.least ? whole : nil
    }

    /// The list around an item: three elements or more of one name and class, each with words of its own that are no
    /// links, as warnings in force, calls of a ship, the entries of a live page.
    private func wholeList(around item: Int) -> Int {
        let elements = outline.elements
        var (whole, current) = (item, item)
        while current != 0 {
            let parent = elements[current].parent
            let alike = children[parent].filter {
                elements[$0].signature == elements[current].signature && text[$0] >= 15
                    && linkShare($0) < 0.5
            }
            if alike.count >= 3, linkShare(parent) < 0.4 { whole = parent }
            current = parent
        }
        return whole
    }

    /// The outermost element around one that holds more running text beside it, and little else.
    private func widened(_ best: Int) -> Int {
        var (widest, current) = (best, best)
        while current != 0 {
            let parent = outline.elements[current].parent
            let gain = prose[parent] - prose[widest]
            if gain >= 60, gain * 2 > rest[parent] - rest[widest], gain * 8 > prose[widest] {
                widest = parent
            }
            current = parent
        }
        return widest
    }

    /// For each element, whether it is the given one or lies inside it.
    private func elementsInside(_ root: Int) -> [Bool] {
        var inside = outline.elements.map { _ in false }
        inside[root] = true
        for index in outline.elements.indices where index > root {
            inside[index] = inside[outline.elements[index].parent]
        }
        return inside
    }

    /// A short block that is mostly links: a share bar, tags, related stories.
    private func isLinkList(_ index: Int) -> Bool {
        let block = outline.blocks[index]
        let (length, linked) = (block.text.utf8.count, block.linkedBytes)
        // A longer block is one where hardly anything else is in it: a column of links.
        return (linked * 2 > length && length < 200 || linked * 10 > length * 8)
            && !isHeading(index) && !block.isRow
    }

    private func isHeading(_ index: Int) -> Bool {
        ["h1", "h2"].contains(outline.elements[outline.blocks[index].element].name)
    }
}
