internal import Gazetteers

extension RangeReplaceableCollection
where Element == Mention, Self: MutableCollection, Index == Int {
    /// Marks what a comma or a bracket puts into the country named next: "Amirabad (Iran)".
    mutating func linkNeighbouringContainers(in utf8: [UInt8]) {
        for index in indices.dropLast() where self[index].container == nil {
            let next = self[index + 1]
            let gap = self[index].utf8Range.upperBound..<next.utf8Range.lowerBound
            guard Mention.containerOpenings.contains(String(decoding: utf8[gap], as: UTF8.self)),
                next.kind == .name,
                let outer = next.candidates.first?.place, outer.kind == .country,
                self[index].candidates.contains(where: {
                    $0.place.country == outer.country && $0.place.kind != .country
                })
            else { continue }
            self[index].container = index + 1
        }
    }
}

extension Mention {
    /// What stands between a place and the country that it lies in.
    fileprivate static let containerOpenings: Set<String> = [" (", ", ", "(", "（", "、", "، "]
}
