internal import Gazetteers

/// Whether two names may be forms of one: Kyiv and Kiev, Antakya and Antioch.
enum NameLikeness {
    /// Whether one begins or holds the other, they begin alike, or they share most of their consonants.
    static func areAlike(_ first: String, _ second: String) -> Bool {
        let (left, right) = (NameFolding.bytes(first), NameFolding.bytes(second))
        // What is not in Latin letters cannot be compared with what is.
        guard isLatin(left), isLatin(right) else { return true }
        let common = zip(left, right).prefix { $0 == $1 }.count
        if common >= 2 { return true }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        if short.count >= 4, holds(short, in: long) { return true }
        let words = (words(of: left), words(of: right))
        if !words.0.isDisjoint(with: words.1) { return true }
        let shared = longestShared(consonants(left), consonants(right))
        let shorter = min(consonants(left).count, consonants(right).count)
        return shared * 5 >= shorter * 4
    }

    /// Whether two names are spellings of one that differ in vowels and silent letters alone: Derna and Darnah.
    static func differInVowels(_ first: String, _ second: String) -> Bool {
        let (left, right) = (NameFolding.bytes(first), NameFolding.bytes(second))
        guard isLatin(left), isLatin(right), left.first == right.first else { return false }
        let least = 3
        let bones = skeleton(left)
        return bones.count >= least && bones == skeleton(right)
    }

    /// The consonants but for h, doubled ones once.
    private static func skeleton(_ name: [UInt8]) -> [UInt8] {
        consonants(name).filter { $0 != UInt8(ascii: "h") }.reduce(into: []) { bones, letter in
            if bones.last != letter { bones.append(letter) }
        }
    }

    /// Whether all words of a name stand in another.
    static func isPart(_ name: String, of whole: String) -> Bool {
        let words = NameFolding.bytes(whole).split(separator: 0x20)
        return NameFolding.bytes(name).split(separator: 0x20).allSatisfy { word in
            words.contains { $0.elementsEqual(word) }
        }
    }

    private static func isLatin(_ name: [UInt8]) -> Bool { name.allSatisfy { $0 < 0x80 } }

    private static func holds(_ short: [UInt8], in long: [UInt8]) -> Bool {
        guard long.count >= short.count else { return false }
        return (0...(long.count - short.count)).contains {
            long[$0..<($0 + short.count)].elementsEqual(short)
        }
    }

    private static func words(of name: [UInt8]) -> Set<ArraySlice<UInt8>> {
        Set(name.split(separator: 0x20).filter { $0.count >= 4 })
    }

    private static func consonants(_ name: [UInt8]) -> [UInt8] {
        name.filter { !"aeiouy ".utf8.contains($0) }
    }

    /// The length of the longest common subsequence.
    private static func longestShared(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(repeating: 0, count: second.count + 1)
        for letter in first {
            var diagonal = 0
            for (column, other) in second.enumerated() {
                let above = row[column + 1]
                row[column + 1] = letter == other ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[second.count]
    }
}
