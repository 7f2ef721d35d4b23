internal import Geoparsing
internal import Language

extension NotationReader {
    /// Codes of airports that are no mentions, in pairs: "KBP-WAW", "UKBB to EPWA".
    ///
    /// Whether they are codes of any airport is for a gazetteer to say. Three letters may be much else, "USD/EUR",
    /// so that they need a line of transport or one without prose.
    func codes(in utf8: [UInt8]) -> [SeenName] {
        let lexer = NotationLexer(
            words: words, utf8: utf8, mentions: mentions,
            isUsable: Array(repeating: true, count: mentions.count))
        var codes: [SeenName] = []
        var mention = 0
        for range in Self.lines(of: utf8) where Self.hasCode(utf8[range]) {
            let line = lexer.line(range, from: &mention)
            var setting: NotationSetting?
            for index in line.items.indices {
                guard let (one, other) = pair(at: index, in: line, utf8) else { continue }
                if one.count == Self.shortest {
                    let known = setting ?? NotationSetting(of: line, units: units)
                    setting = known
                    guard !known.isElsewhere, known.speaksOfTransport || known.isWithoutProse
                    else { continue }
                }
                for code in [one, other] where codes.last?.utf8Range != code {
                    codes.append(SeenName(utf8Range: code, probability: Self.sureness))
                }
            }
        }
        let known = mentions.map(\.utf8Range)
        return codes.filter { !known.containsOverlap(with: $0.utf8Range) }
    }

    /// IATA's codes have three letters, ICAO's four.
    private static let shortest = 3
    private static let longest = 4
    private static let sureness = 0.9

    /// Two codes of one length, with a mark or "to" between them, that begin at an item.
    private func pair(
        at index: Int, in line: NotationLine, _ utf8: [UInt8]
    ) -> (Range<Int>, Range<Int>)? {
        guard let one = line[index], let mark = line[index + 1], let other = line[index + 2],
            let label = mark.label, label.role.isLink || label.role == .destination,
            one.utf8Range.count == other.utf8Range.count,
            [one, other].allSatisfy({ Self.isCode(utf8[$0.utf8Range]) })
        else { return nil }
        return (one.utf8Range, other.utf8Range)
    }

    private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
        (shortest...longest).contains(bytes.count)
            && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Whether there are so many capitals in a row at all.
    private static func hasCode(_ bytes: ArraySlice<UInt8>) -> Bool {
        var run = 0
        for byte in bytes {
            run = (0x41...0x5A).contains(byte) ? run + 1 : 0
            if run == shortest { return true }
        }
        return false
    }
}
