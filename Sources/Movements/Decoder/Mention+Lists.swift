internal import Geoparsing

extension [Mention] {
    /// For each mention the first of the list that it stands in; nil for one that stands in none.
    func lists() -> [Int?] {
        var lists = [Int?](repeating: nil, count: count)
        for (index, mention) in enumerated() {
            guard let before = mention.listedBehind, before < index else { continue }
            let first = lists[before] ?? before
            (lists[before], lists[index]) = (first, first)
        }
        return lists
    }
}
