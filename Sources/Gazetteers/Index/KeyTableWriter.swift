/// Gathers folded names and lays out the tables by which they are found.
struct KeyTableWriter {
    /// A folded name of a place, before sorting.
    private struct Entry {
        /// The first eight bytes, most significant first, to sort most entries without the arena.
        var prefix: UInt64
        var offset: UInt32
        var length: UInt32
        var place: UInt32
        /// The name, with the top bit set when a generic word was taken off.
        var posting: UInt32
    }

    /// The tables, as sections of the index.
    struct Tables {
        var offsets: [UInt8] = []
        var blob: [UInt8] = []
        var postingOffsets: [UInt8] = []
        var postings: [UInt8] = []
        var slots: [UInt8] = []
        var beginnings: [UInt8] = []
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []

    /// Adds a name under its folded form and, for a kind of place, its variants by generic words.
    mutating func append(
        name: Int, place: Int, text: String, kind: PlaceKind?, generics: GenericWords
    ) {
        let start = arena.count
        NameFolding.append(text, to: &arena)
        guard arena.count > start else { return }
        add(start..<arena.count, place: place, posting: UInt32(name))
        guard let kind else { return }
        for variant in generics.variants(of: arena[start...], kind: kind) {
            let variantStart = arena.count
            arena += variant
            add(variantStart..<arena.count, place: place, posting: UInt32(name) | 1 << 31)
        }
    }

    private mutating func add(_ range: Range<Int>, place: Int, posting: UInt32) {
        var prefix: UInt64 = 0
        for index in 0..<8 {
            let byte = index < range.count ? arena[range.lowerBound + index] : 0
            prefix = prefix << 8 | UInt64(byte)
        }
        entries.append(
            Entry(
                prefix: prefix, offset: UInt32(range.lowerBound), length: UInt32(range.count),
                place: UInt32(place), posting: posting))
    }

    /// Sorts the names and writes the tables.
    mutating func write() -> Tables {
        sortEntries()
        var tables = Tables()
        var offsets: [UInt32] = [0]
        var postingOffsets: [UInt32] = [0]
        var postings: [UInt32] = []
        postings.reserveCapacity(entries.count)
        var hashes: [UInt64] = []
        arena.withUnsafeBufferPointer { arena in
            for (index, entry) in entries.enumerated() {
                if index == 0 || !Self.isEqual(entry, entries[index - 1], arena) {
                    if index > 0 {
                        offsets.append(UInt32(tables.blob.count))
                        postingOffsets.append(UInt32(postings.count))
                    }
                    let bytes = Self.bytes(of: entry, arena)
                    tables.blob.append(contentsOf: bytes)
                    hashes.append(NameHash.value(of: bytes))
                }
                postings.append(entry.posting)
            }
        }
        if !entries.isEmpty {
            offsets.append(UInt32(tables.blob.count))
            postingOffsets.append(UInt32(postings.count))
        }
        tables.slots = Self.slots(for: hashes)
        tables.beginnings = Self.beginnings(keys: tables.blob, offsets: offsets)
        tables.offsets = [UInt8](littleEndian: offsets)
        tables.postingOffsets = [UInt8](littleEndian: postingOffsets)
        tables.postings = [UInt8](littleEndian: postings)
        entries = []
        arena = []
        return tables
    }

    private mutating func sortEntries() {
        arena.withUnsafeBufferPointer { arena in
            entries.sort { a, b in
                if a.prefix != b.prefix { return a.prefix < b.prefix }
                let left = Self.bytes(of: a, arena)
                let right = Self.bytes(of: b, arena)
                if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
                if a.place != b.place { return a.place < b.place }
                let strips = (a.posting >> 31, b.posting >> 31)
                return strips.0 != strips.1 ? strips.0 < strips.1 : a.posting < b.posting
            }
        }
    }

    private static func bytes(
        of entry: Entry, _ arena: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena[Int(entry.offset)..<Int(entry.offset + entry.length)])
    }

    private static func isEqual(
        _ a: Entry, _ b: Entry, _ arena: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        a.prefix == b.prefix && a.length == b.length
            && bytes(of: a, arena).elementsEqual(bytes(of: b, arena))
    }

    private static func slots(for hashes: [UInt64]) -> [UInt8] {
        var count = 16
        while count * 2 < hashes.count * 3 { count *= 2 }
        let mask = UInt64(count - 1)
        var slots = [UInt64](repeating: 0, count: count)
        for (key, hash) in hashes.enumerated() {
            var slot = hash & mask
            while slots[Int(slot)] != 0 { slot = (slot + 1) & mask }
            slots[Int(slot)] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(key + 1)
        }
        return [UInt8](littleEndian: slots)
    }

    private static func beginnings(keys: [UInt8], offsets: [UInt32]) -> [UInt8] {
        var hashes: [UInt64] = []
        var previous = 0..<0
        for key in 0..<(offsets.count - 1) {
            let range = Int(offsets[key])..<Int(offsets[key + 1])
            // The keys are sorted: what is shared with the key before is there already.
            var shared = 0
            while shared < min(range.count, previous.count),
                keys[range.lowerBound + shared] == keys[previous.lowerBound + shared]
            {
                shared += 1
            }
            var hash = NameHash()
            for position in range {
                if keys[position] == 0x20, position - range.lowerBound >= shared {
                    hashes.append(hash.value)
                }
                hash.append(keys[position])
            }
            previous = range
        }
        let blocks = max(1, hashes.count * BeginningFilter.bitsPerEntry / 512 + 1)
        var filter = [UInt8](repeating: 0, count: blocks * 64)
        for hash in hashes {
            let block = Int((hash >> 32) % UInt64(blocks)) * 64
            for probe in 0..<BeginningFilter.probes {
                let bit = BeginningFilter.bit(hash, probe: probe)
                filter[block + bit >> 3] |= 1 << UInt8(bit & 7)
            }
        }
        return filter
    }
}
