/// Tells tables of data from those that lay out a page.
enum DataTable {
    /// The most nodes looked at.
    private static let reach = 20_000
    /// Cells longer than this on average are no cells of data.
    private static let longest = 120
    /// Elements that pages are laid out with, and tables of data have not.
    private static let layout: Set<String> = [
        "table", "ul", "ol", "h1", "h2", "h3", "h4", "article", "section", "form", "iframe",
        "script",
    ]

    /// Whether a table has two rows or more, most of them of one number of cells, two at least, and short words
    /// in the cells.
    static func isOne(_ table: HTMLNode) -> Bool {
        var rows: [Int] = []
        var bytes = 0
        var seen = 0
        var open: [HTMLNode] = []
        var current = table.firstChild
        while seen < reach {
            guard let node = current else {
                guard let last = open.popLast() else { break }
                current = last.next
                continue
            }
            seen += 1
            if node.isText { bytes += node.content.utf8.count }
            let name = node.isElement ? node.name : ""
            if layout.contains(name) { return false }
            if name == "tr" { rows.append(0) }
            if name == "td" || name == "th", let last = rows.indices.last { rows[last] += 1 }
            if node.isElement, let child = node.firstChild {
                open.append(node)
                current = child
            } else {
                current = node.next
            }
        }
        var counts: [Int: Int] = [:]
        for row in rows where row >= 2 { counts[row, default: 0] += 1 }
        let usual = counts.values.max() ?? 0
        let cells = rows.reduce(0, +)
        return usual >= 2 && usual * 3 >= rows.count * 2 && bytes <= cells * longest
    }
}
