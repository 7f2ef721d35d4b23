internal import Gazetteers

extension MentionAssembler {
    /// Tells of neighbours which the text says to lie in the other.
    mutating func linkContainers() {
        for index in mentions.indices.dropLast() {
            let next = index + 1
            guard rows[index].upperBound <= rows[next].lowerBound,
                table.segment[rows[index].lowerBound] == table.segment[rows[next].lowerBound]
            else { continue }
            switch relation(between: rows[index].upperBound..<rows[next].lowerBound, first: index) {
            case .firstInSecond where mayContain(next, index): mentions[index].container = next
            case .secondInFirst where mayContain(index, next): mentions[next].container = index
            default: break
            }
        }
        linkLists()
    }

    /// Tells of names that follow one another in a list; what a list's last name lies in by its "in" or comma
    /// ("Clinton and Camanche in Iowa") holds the others too.
    private mutating func linkLists() {
        for next in mentions.indices.dropFirst().reversed() {
            let index = next - 1
            guard rows[index].upperBound < rows[next].lowerBound,
                table.segment[rows[index].lowerBound] == table.segment[rows[next].lowerBound],
                mentions[index].container != next, mentions[index].kind == .name,
                mentions[next].kind == .name,
                isListGap(rows[index].upperBound..<rows[next].lowerBound)
            else { continue }
            mentions[next].listedBehind = index
            if let outer = mentions[next].container, outer > next,
                mentions[index].container == nil, mayContain(outer, index)
            {
                mentions[index].container = outer
            }
        }
    }

    /// Whether nothing but commas and conjunctions stands between two names.
    private func isListGap(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 4 else { return false }
        return gap.allSatisfy { row in
            table.isMark(row, UInt8(ascii: ",")) || table.isMark(row, UInt8(ascii: ";"))
                || ["and", "or", "the"].contains(table.word[row])
                || table.classes[row].contains(.direction)
        }
    }

    private enum Relation {
        case firstInSecond, secondInFirst, none
    }

    /// What the words between two mentions say of them.
    private func relation(between gap: Range<Int>, first: Int) -> Relation {
        var words: [String] = []
        var hasType = false
        var possessive = false
        // ", a port city in", ", the capital of": an apposition may say more of the first.
        let isApposition =
            gap.count > 2 && table.isMark(gap.lowerBound, UInt8(ascii: ","))
            && ["a", "an", "the"].contains(table.word[gap.lowerBound + 1])
        for row in gap {
            if table.isPossessive(row) {
                possessive = true
                continue
            }
            let word = table.word[row]
            if word == "the" || word == "now" || table.classes[row].contains(.direction) {
                continue
            }
            if lexicon.placeTypes[word] != nil {
                hasType = true
                continue
            }
            words.append(word.isEmpty ? table.text(row..<(row + 1)) : word)
            if words.count > (isApposition ? 6 : 3) { return .none }
        }
        if possessive || mentions[first].kind == .demonym {
            // "Russia's Alabuga", "the Iranian port of Chabahar".
            return words.allSatisfy { $0 == "of" || $0 == "capital" } && words.count <= 1
                ? .secondInFirst : .none
        }
        if isApposition {
            return hasType && (words.last == "in" || words.last == "of") ? .firstInSecond : .none
        }
        switch words {
        case [","]: return areLevel(first) ? .none : .firstInSecond
        case ["in"], [",", "in"], ["("]: return .firstInSecond
        case ["of"]: return hasType ? .firstInSecond : .none
        default: return .none
        }
    }

    /// Whether a mention and the next are units of one level, as in a list ("Illinois, Missouri and ...").
    private func areLevel(_ first: Int) -> Bool {
        guard let inner = mentions[first].candidates.first?.place.kind,
            let outer = mentions[first + 1].candidates.first?.place.kind
        else { return false }
        return inner == outer && inner.isAdministrative
    }

    private func mayContain(_ outer: Int, _ inner: Int) -> Bool {
        mentions[outer].candidates.contains { container in
            mentions[inner].candidates.contains { $0.place.lies(in: container.place) }
        }
    }
}
