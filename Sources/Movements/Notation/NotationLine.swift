internal import Gazetteers
internal import Geoparsing

/// A line of a text as shorthand sees it: places, labels, marks, numbers and other words, in order.
struct NotationLine: Sendable {
    /// Where it stands, in UTF-8 bytes.
    let utf8Range: Range<Int>
    var items: [Item]

    /// A piece of the line.
    struct Item: Sendable {
        var kind: Kind
        var utf8Range: Range<Int>
        /// Whether white space stands before it.
        var hasSpaceBefore: Bool
        /// A word in small letters, a number or a mark as written.
        var text: String
        /// Whether a word begins with a capital.
        var isCapitalised = false

        /// The mention, of a place.
        var place: Int? {
            if case .place(let mention) = kind { mention } else { nil }
        }

        /// The label, of a word or mark that is one.
        var label: NotationLabel? {
            if case .label(let label) = kind { label } else { nil }
        }

        func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
        func has(_ role: NotationLabel.Role) -> Bool { label?.role == role }
    }

    /// What a piece is.
    enum Kind: Sendable, Equatable {
        /// A mention, by its index.
        case place(Int)
        case label(NotationLabel)
        case word, number, mark

        static func == (one: Kind, other: Kind) -> Bool {
            switch (one, other) {
            case (.place(let first), .place(let second)): first == second
            case (.label(let first), .label(let second)): first.role == second.role
            case (.word, .word), (.number, .number), (.mark, .mark): true
            default: false
            }
        }
    }

    /// The item at an index, nil outside the line.
    subscript(index: Int) -> Item? { items.indices.contains(index) ? items[index] : nil }

    /// Whether a place is named in it.
    var hasPlace: Bool { items.contains { $0.place != nil } }

    /// Takes to each place what belongs to it: the place it lies in, and a remark in brackets.
    mutating func joinPlaces(_ mentions: [Mention]) {
        var joined: [Item] = []
        var index = 0
        while index < items.count {
            var item = items[index]
            index += 1
            if let place = item.place {
                while let end = endOfAddition(to: place, at: index, mentions) {
                    item.utf8Range = item.utf8Range.lowerBound..<items[end - 1].utf8Range.upperBound
                    index = end
                }
            }
            joined.append(item)
        }
        items = joined
    }

    /// The longest remark in brackets behind a place, in items.
    private static let longestRemark = 6

    private func endOfAddition(to place: Int, at index: Int, _ mentions: [Mention]) -> Int? {
        guard let next = self[index] else { return nil }
        if let outer = next.place {
            return mentions[place].container == outer ? index + 1 : nil
        }
        if next.isMark(","), let outer = self[index + 1]?.place {
            let isContainer =
                mentions[place].container == outer
                || (mentions[outer].isDivision && !mentions[place].isDivision)
            return isContainer ? index + 2 : nil
        }
        guard next.isMark("(") else { return nil }
        for end in index + 1..<min(index + 2 + Self.longestRemark, items.count) {
            if items[end].isMark(")") { return end + 1 }
            if let role = items[end].label?.role, role.isField || role.isLink { return nil }
        }
        return nil
    }
}

extension Mention {
    /// Whether it is first of all a country or a division of one.
    fileprivate var isDivision: Bool {
        candidates.first?.place.kind.isAdministrative ?? false
    }
}
