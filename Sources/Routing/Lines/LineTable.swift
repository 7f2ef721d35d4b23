#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A table of lines or ferries: tab separated, `#` for remarks, a head that begins with "name".
struct LineTable {
    let url: URL

    /// What its rows are; none where there is no such file.
    ///
    /// - Parameters:
    ///   - what: The columns, for the message.
    ///   - entry: Makes an entry of a row's cells; nil for a row that is none.
    /// - Returns: The entries, in the order of the table.
    /// - Throws: `RoutingError.graphUnreadable` naming the line that cannot be read.
    func entries<Entry>(
        _ what: String, _ entry: ([Substring]) -> Entry?
    ) throws(RoutingError) -> [Entry] {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        var entries: [Entry] = []
        for (number, row) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !row.isEmpty && !row.hasPrefix("#") && !row.hasPrefix("name\t") {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.first?.isEmpty == false, let found = entry(cells) else {
                throw .graphUnreadable(
                    path: url.path, reason: "line \(number + 1) is no \(what)")
            }
            entries.append(found)
        }
        return entries
    }
}
