internal import Documents
internal import RouteMaps

/// Documents that carry the same text: word for word, or nearly so, as copies of one wire report do.
///
/// Nearly is a resemblance of at least .65 of their stretches of three words, estimated from the smallest hashes of
/// each (A. Broder, On the resemblance and containment of documents, 1997).
struct DocumentCopies: Sendable {
    /// Of each document the index of the first one with its text: its own where none before it has it.
    let firsts: [Int]

    init(_ maps: [RouteMap]) {
        var firsts = Array(maps.indices)
        var whole: [UInt64: Int] = [:]
        var sketches: [Int: [UInt64]] = [:]
        var holders: [UInt64: [Int]] = [:]
        for (index, map) in maps.enumerated() {
            let words = Self.words(of: map.document.text)
            guard !words.isEmpty else { continue }
            let digest = words.reduce(Self.seed, Self.joined)
            if let first = whole[digest] {
                firsts[index] = first
                continue
            }
            whole[digest] = index
            guard words.count >= Self.leastWords else { continue }
            let sketch = Self.sketch(of: words)
            let keys = sketch.prefix(Self.keys)
            let candidates = Set(keys.flatMap { holders[$0] ?? [] }).sorted()
            let original = candidates.first { other in
                sketches[other].map { Self.resemblance($0, sketch) >= Self.least } ?? false
            }
            if let original {
                firsts[index] = original
                continue
            }
            sketches[index] = sketch
            for key in keys where holders[key, default: []].count < Self.mostHolders {
                holders[key, default: []].append(index)
            }
        }
        self.firsts = firsts
    }

    /// Whether an earlier document has the same text.
    func isCopy(_ index: Int) -> Bool { firsts[index] != index }

    /// Below these the share of common stretches says little.
    private static let leastWords = 40
    private static let least = 0.65
    private static let size = 96
    private static let keys = 8
    /// A stretch that many texts share is furniture and finds no copies.
    private static let mostHolders = 64
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hashes of the words: letters and figures, small and large ones alike in ASCII (FNV-1a).
    private static func words(of text: String) -> [UInt64] {
        var words: [UInt64] = []
        var hash = seed
        var isInside = false
        for byte in text.utf8 {
            let isLarge = byte >= 0x41 && byte <= 0x5A
            let isPart =
                isLarge || byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39
                || byte >= 0x80
            if isPart {
                hash = (hash ^ UInt64(isLarge ? byte | 0x20 : byte)) &* 0x100_0000_01B3
                isInside = true
            } else if isInside {
                words.append(hash)
                hash = seed
                isInside = false
            }
        }
        if isInside { words.append(hash) }
        return words
    }

    private static func joined(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }

    /// The smallest hashes of the stretches of three words, in their order.
    private static func sketch(of words: [UInt64]) -> [UInt64] {
        let stretches = words.indices.dropLast(2).map { start in
            words[start..<start + 3].reduce(seed, joined)
        }
        return Array(Set(stretches).sorted().prefix(size))
    }

    /// The share of the smallest hashes of both together that each of them has.
    private static func resemblance(_ a: [UInt64], _ b: [UInt64]) -> Double {
        let (first, second) = (Set(a), Set(b))
        let smallest = first.union(second).sorted().prefix(size)
        guard !smallest.isEmpty else { return 0 }
        let common = smallest.count { first.contains($0) && second.contains($0) }
        return Double(common) / Double(smallest.count)
    }
}
