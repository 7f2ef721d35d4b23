internal import Geodesy

/// The walks over the sorted names.
extension GazetteerIndex {
    /// The most keys that a prefix is followed over.
    private static let longestWalk = 50_000

    /// Calls back with the keys that begin with a folded text.
    func forEachKey(
        startingWith prefix: [UInt8], _ body: (_ key: Int, _ isWhole: Bool) -> Void
    ) {
        var low = 0
        var high = keyCount
        while low < high {
            let middle = (low + high) / 2
            if keyBytes(middle).lexicographicallyPrecedes(prefix) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        for key in low..<min(keyCount, low + Self.longestWalk) {
            let bytes = keyBytes(key)
            guard bytes.starts(with: prefix) else { return }
            body(key, bytes.count == prefix.count)
        }
    }

    /// Calls back with the keys at most two edits (one for short names) from a folded text.
    func forEachKey(near text: [UInt8], _ body: (_ key: Int, _ edits: Int) -> Void) {
        var distance = EditDistance(to: text)
        let limit = distance.length < 4 ? 0 : distance.length < 8 ? 1 : 2
        for key in 0..<keyCount {
            let bytes = keyBytes(key)
            // A letter is at most four bytes of UTF-8.
            guard abs(bytes.count - text.count) <= 4 * limit else { continue }
            if let edits = distance.edits(to: bytes, atMost: limit) { body(key, edits) }
        }
    }

    /// The best matches of hits that pass the filters of a query, one a place.
    func bestMatches(of hits: [Hit], query: GazetteerQuery) -> [NameMatch] {
        var best: [Int: Hit] = [:]
        for hit in hits where passes(hit.place, query) {
            if let other = best[hit.place],
                (other.quality, other.weight) >= (hit.quality, hit.weight)
            {
                continue
            }
            best[hit.place] = hit
        }
        var kept = Array(best.values)
        return matches(of: &kept, limit: query.near == nil ? query.limit : .max)
    }

    private func passes(_ place: Int, _ query: GazetteerQuery) -> Bool {
        if let kinds = query.kinds, !kinds.contains(kind(at: place)) { return false }
        guard let country = query.country?.uppercased() else { return true }
        let code = places.u16(at: place * PlaceRecord.size + PlaceRecord.country)
        return country.utf8.elementsEqual([UInt8(code >> 8), UInt8(code & 0xFF)])
    }
}
