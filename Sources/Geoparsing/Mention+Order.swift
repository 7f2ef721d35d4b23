extension Mention {
    /// Mentions in the order of the text, with what refers to one of them by its index put right.
    static func inTextOrder(_ mentions: [Mention]) -> [Mention] {
        let order = mentions.indices.sorted {
            mentions[$0].utf8Range.lowerBound < mentions[$1].utf8Range.lowerBound
        }
        var place = Array(repeating: 0, count: mentions.count)
        for (new, old) in order.enumerated() { place[old] = new }
        return order.map { old in
            var mention = mentions[old]
            mention.container = mention.container.map { place[$0] }
            mention.listedBehind = mention.listedBehind.map { place[$0] }
            return mention
        }
    }
}
