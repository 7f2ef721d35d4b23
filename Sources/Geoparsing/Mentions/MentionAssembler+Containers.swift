internal import Gazetteers
internal import Geodesy

extension MentionAssembler {
    /// Tells of neighbours which the text says to lie in the other.
    mutating func linkContainers() {
        for index in mentions.indices.dropLast() {
            let next = index + 1
            guard rows[index].upperBound <= rows[next].lowerBound,
                table.segment[rows[index].lowerBound] == table.segment[rows[next].lowerBound]
            else { continue }
            switch relation(between: rows[index].upperBound..<rows[next].lowerBound, first: index) {
            case .firstInSecond:
                if mayContain(next, index) || findInside(next, index) {
                    mentions[index].container = next
                } else if isPlainlyStated(next, index) {
                    mentions[index].contradictsContainer = true
                }
            case .secondInFirst where mayContain(index, next) || findInside(index, next):
                mentions[next].container = index
            default: break
            }
        }
        linkLists()
    }

    /// Looks further down the list of a frequent name for places in what contains it; adds those there are.
    private mutating func findInside(_ outer: Int, _ inner: Int) -> Bool {
        let containers = mentions[outer].candidates.filter { $0.place.kind.isAdministrative }
        guard mentions[inner].kind == .name, !containers.isEmpty,
            mentions[inner].candidates.count >= Self.fewest
        else { return false }
        let pair = [mentions[inner].text, mentions[outer].text]
        let found =
            foundInside[pair]
            ?? gazetteer.matches(for: mentions[inner].text, limit: Self.most).filter { match in
                match.kind != .demonym && match.kind != .code
                    && containers.contains { match.place.lies(in: $0.place) }
            }
        foundInside[pair] = found
        mentions[inner].candidates += found
        return !found.isEmpty
    }

    /// A name with fewer places than this has them all among its candidates.
    private static let fewest = 30
    /// No name has more places.
    private static let most = 2_000

    /// Whether the text plainly says that a name lies in a country or division which is known and has none of its
    /// places: by a comma or a bracket on both sides, and not amid a list.
    private func isPlainlyStated(_ outer: Int, _ inner: Int) -> Bool {
        let gap = rows[inner].upperBound..<rows[outer].lowerBound
        guard mentions[inner].kind == .name, mentions[inner].use != .organisation,
            let best = mentions[inner].candidates.first?.place, best.kind == .city,
            let container = mentions[outer].candidates.first, container.kind != .demonym,
            isArea(container.place, named: outer, of: inner),
            !hasRival(of: container.place, in: outer), gap.count == 1,
            let behind = table.next(rows[outer].upperBound - 1),
            table.shape[behind].contains(.mark), !table.isMark(behind, UInt8(ascii: "-"))
        else { return false }
        let isBracket = table.isMark(gap.lowerBound, UInt8(ascii: "("))
        guard isBracket == table.isMark(behind, UInt8(ascii: ")")) else { return false }
        // "London, France and Germany" are a list; "Stroud, Ontario, Canada" is none.
        if let level = level(of: outer + 1),
            hasUnit(outer + 1, of: level, besides: outer), !mayContain(outer + 1, outer)
        {
            return false
        }
        // Where borders are disputed the codes are not the only truth.
        return !mentions[inner].candidates.prefix(5).contains { match in
            mentions[outer].candidates.contains {
                $0.place.extent?.contains(match.place.coordinate) ?? false
            }
        }
    }

    /// Whether a place is a country or state, or a county that is called so and lies in a state with no place of the inner
    /// name: "Shanghai, Johnson County, Mo.".
    private func isArea(_ place: Place, named outer: Int, of inner: Int) -> Bool {
        switch place.kind {
        case .country, .admin1: true
        case .admin2:
            !mentions[outer].expectedKinds.isEmpty
                && !mentions[outer].candidates.contains { county in
                    mentions[inner].candidates.contains {
                        $0.place.country == county.place.country
                            && $0.place.admin1 == county.place.admin1
                    }
                }
        default: false
        }
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
                mentions[index].sharesContainer = true
                mentions[index].contradictsContainer = false
            }
        }
    }

    /// Whether nothing but commas and conjunctions stands between two names.
    private func isListGap(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 4 else { return false }
        return gap.allSatisfy { row in
            table.isMark(row, UInt8(ascii: ",")) || table.isMark(row, UInt8(ascii: ";"))
                || !table.classes[row].isDisjoint(with: [.join, .definite, .direction])
        }
    }

    /// What a word between two names is, as far as it tells how they lie.
    private enum GapWord {
        case of, inside, capital, comma, bracket, other

        init(at row: Int, in table: TokenTable) {
            let classes = table.classes[row]
            self =
                classes.contains(.of)
                ? .of
                : classes.contains(.inside)
                    ? .inside
                    : classes.contains(.capital)
                        ? .capital
                        : table.isMark(row, UInt8(ascii: ","))
                            ? .comma : table.isMark(row, UInt8(ascii: "(")) ? .bracket : .other
        }
    }

    private enum Relation {
        case firstInSecond, secondInFirst, none
    }

    /// What the words between two mentions say of them.
    private func relation(between gap: Range<Int>, first: Int) -> Relation {
        var words: [GapWord] = []
        var hasType = false
        var possessive = false
        // ", a port city in", ", the capital of": an apposition may say more of the first.
        let isApposition =
            gap.count > 2 && table.isMark(gap.lowerBound, UInt8(ascii: ","))
            && table.classes[gap.lowerBound + 1].contains(.article)
        for row in gap {
            if table.isPossessive(row) {
                possessive = true
                continue
            }
            let word = table.word[row]
            if !table.classes[row].isDisjoint(with: [.definite, .passing, .direction]) { continue }
            if lexicon.placeTypes[word] != nil {
                hasType = true
                continue
            }
            words.append(GapWord(at: row, in: table))
            if words.count > (isApposition ? 6 : 3) { return .none }
        }
        if possessive || mentions[first].kind == .demonym {
            // "Russia's Alabuga", "the Iranian port of Chabahar".
            return words.allSatisfy { $0 == .of || $0 == .capital } && words.count <= 1
                ? .secondInFirst : .none
        }
        if isApposition {
            return hasType && (words.last == .inside || words.last == .of) ? .firstInSecond : .none
        }
        switch words {
        case [.comma]:
            return isList(first) || isQualifier(first + 1) ? .none : .firstInSecond
        case []:
            return table.isStateCode(gap.upperBound) && isCode(first + 1) ? .firstInSecond : .none
        case [.inside], [.comma, .inside]: return .firstInSecond
        case [.bracket]:
            let close = rows[first + 1].upperBound
            return table.isMark(close, UInt8(ascii: ")")) ? .firstInSecond : .none
        case [.of]: return hasType ? .firstInSecond : .none
        default: return .none
        }
    }

    /// Whether a country's initials qualify the noun behind them: "in Poland, UK officials said".
    private func isQualifier(_ mention: Int) -> Bool {
        guard
            mentions[mention].candidates.contains(where: {
                $0.kind == .abbreviation && $0.place.kind == .country
            }), let next = table.next(rows[mention].upperBound - 1)
        else { return false }
        return table.shape[next].contains(.letters) && !table.isCapitalWord(next)
            && table.classes[next].isDisjoint(with: [
                .function, .preposition, .connector, .auxiliary, .governmentVerb,
            ])
    }

    /// Whether the name of a country or division may as well be a town's, which would hold nothing.
    private func hasRival(of area: Place, in mention: Int) -> Bool {
        mentions[mention].candidates.contains {
            $0.place.kind == .city && $0.place.population > area.population / 10
        }
    }

    /// Whether a mention is the code of a division.
    private func isCode(_ mention: Int) -> Bool {
        mentions[mention].candidates.contains { $0.kind == .code && $0.place.kind == .admin1 }
    }

    /// Whether a comma between a mention and the next is that of a list: both are units of one level ("Illinois,
    /// Missouri and Iowa"), or the first may be one of what the next begins or ends ("Washington, Pennsylvania
    /// and California").
    private func isList(_ first: Int) -> Bool {
        guard let inner = mentions[first].candidates.first?.place.kind,
            let outer = mentions[first + 1].candidates.first?.place.kind
        else { return false }
        if Self.level(inner) == Self.level(outer), Self.level(inner) != nil,
            !mayContain(first + 1, first)
        {
            return true
        }
        guard let level = Self.level(outer),
            mentions[first].candidates.contains(where: { Self.level($0.place.kind) == level })
        else { return false }
        return hasUnit(first + 2, of: level, besides: first + 1)
            || hasUnit(first - 1, of: level, besides: first)
    }

    /// The level of the first place of a mention; nil for none.
    private func level(of mention: Int) -> Int? {
        guard mentions.indices.contains(mention) else { return nil }
        return mentions[mention].candidates.first.flatMap { Self.level($0.place.kind) }
    }

    /// Whether a mention is a unit of a level and a neighbour in a list to another.
    private func hasUnit(_ unit: Int, of level: Int, besides other: Int) -> Bool {
        guard mentions.indices.contains(unit), mentions.indices.contains(other),
            let kind = mentions[unit].candidates.first?.place.kind, Self.level(kind) == level
        else { return false }
        let (left, right) = (min(unit, other), max(unit, other))
        return rows[left].upperBound < rows[right].lowerBound
            && table.segment[rows[left].lowerBound] == table.segment[rows[right].lowerBound]
            && isListGap(rows[left].upperBound..<rows[right].lowerBound)
    }

    /// Continents and countries are listed with their like, divisions with theirs.
    private static func level(_ kind: PlaceKind) -> Int? {
        switch kind {
        case .continent: 0
        case .country: 1
        case .admin1: 2
        case .admin2: 3
        default: nil
        }
    }

    private func mayContain(_ outer: Int, _ inner: Int) -> Bool {
        mentions[outer].candidates.contains { container in
            mentions[inner].candidates.contains { $0.place.lies(in: container.place) }
        }
    }
}
