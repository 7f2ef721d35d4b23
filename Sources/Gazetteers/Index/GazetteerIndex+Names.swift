/// The look-up of names.
extension GazetteerIndex {
    /// A place under a key, before the place itself is read.
    struct Hit {
        var place: Int
        var name: Int
        var quality: Double
        var weight: Int
    }

    /// The key of a folded name, or nil.
    func key(hash: UInt64) -> Int? {
        let fingerprint = hash >> 32
        var slot = hash & slotMask
        for _ in 0...slotMask {
            let entry = keySlots.u64(at: Int(slot) * 8)
            if entry == 0 { return nil }
            if entry >> 32 == fingerprint {
                let key = Int(entry & 0xFFFF_FFFF) - 1
                return key < keyCount ? key : nil
            }
            slot = (slot + 1) & slotMask
        }
        return nil
    }

    /// The key equal to folded bytes, or nil.
    func key(equalTo folded: [UInt8]) -> Int? {
        guard let key = key(hash: NameHash.value(of: folded)),
            keyBytes(key).elementsEqual(folded)
        else { return nil }
        return key
    }

    /// The folded name of a key.
    func keyBytes(_ key: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(keyOffsets.u32(at: key * 4))
        let end = Int(keyOffsets.u32(at: key * 4 + 4))
        return keys.bytes(at: start, count: end - start)
    }

    /// Whether a name of several tokens may begin with the run of tokens of a hash.
    func mayBegin(hash: UInt64) -> Bool {
        let blocks = UInt64(beginnings.count / 64)
        guard blocks > 0 else { return false }
        let block = Int((hash >> 32) % blocks) * 64
        for probe in 0..<BeginningFilter.probes {
            let bit = BeginningFilter.bit(hash, probe: probe)
            if beginnings.u8(at: block + bit >> 3) & (1 << UInt8(bit & 7)) == 0 { return false }
        }
        return true
    }

    /// Appends the hits of a key, one a place, with the quality that the raw spelling gives.
    func appendHits(of key: Int, raw: [UInt8], scale: Double = 1, to hits: inout [Hit]) {
        let start = Int(postingOffsets.u32(at: key * 4))
        let end = min(Int(postingOffsets.u32(at: key * 4 + 4)), postings.count / 4)
        guard start < end else { return }
        let first = hits.count
        for index in start..<end {
            let posting = postings.u32(at: index * 4)
            let name = Int(posting & 0x7FFF_FFFF)
            let record = name * NameRecord.size
            let place = Int(names.u32(at: record + NameRecord.place))
            let quality: Double
            if posting >> 31 == 1 {
                quality = NameMatch.Quality.stripped
            } else {
                let text = nameBytes(name)
                quality =
                    text.count == raw.count && text.elementsEqual(raw)
                    ? NameMatch.Quality.exact : NameMatch.Quality.folded
            }
            // The postings of a place stand together, the more telling kind of name first.
            if hits.count > first, hits[hits.count - 1].place == place {
                if quality * scale > hits[hits.count - 1].quality {
                    hits[hits.count - 1].quality = quality * scale
                    hits[hits.count - 1].name = name
                }
            } else {
                hits.append(Hit(place: place, name: name, quality: quality * scale, weight: 0))
            }
        }
        for index in first..<hits.count {
            hits[index].weight = weight(of: hits[index])
        }
    }

    /// How much a hit counts among those of equal quality: the kind of name, danger, rank, population.
    private func weight(of hit: Hit) -> Int {
        let record = hit.place * PlaceRecord.size
        let rank = Int(places.u8(at: record + PlaceRecord.rank))
        let population = Int(places.u32(at: record + PlaceRecord.population))
        let handicap = nameKind(hit.name).handicap + (isDangerous(hit.name) ? 16 : 0)
        return (rank - handicap) << 33 + population
    }

    /// The match of a hit.
    func match(_ hit: Hit) -> NameMatch? {
        guard let place = place(at: hit.place) else { return nil }
        return NameMatch(
            place: place, name: nameText(hit.name), kind: nameKind(hit.name), quality: hit.quality,
            isDangerous: isDangerous(hit.name) || isLooseAbbreviation(hit))
    }

    func nameBytes(_ name: Int) -> UnsafeBufferPointer<UInt8> {
        let record = name * NameRecord.size
        return strings.bytes(
            at: Int(names.u32(at: record + NameRecord.textOffset)),
            count: Int(names.u16(at: record + NameRecord.textLength)))
    }

    func nameText(_ name: Int) -> String {
        String(decoding: nameBytes(name), as: UTF8.self)
    }

    func nameKind(_ name: Int) -> NameKind {
        NameKind(code: names.u8(at: name * NameRecord.size + NameRecord.kind))
    }
}

extension GazetteerIndex {
    /// The length of the longest abbreviation that must be written as stored, with its full stop.
    private static let shortAbbreviation = 5

    func isDangerous(_ name: Int) -> Bool {
        names.u8(at: name * NameRecord.size + NameRecord.flags) & NameRecord.dangerous != 0
    }

    /// Whether a short abbreviation was matched otherwise than letter by letter: "me" for Me., "us".
    private func isLooseAbbreviation(_ hit: Hit) -> Bool {
        hit.quality < NameMatch.Quality.exact && nameKind(hit.name) == .abbreviation
            && nameBytes(hit.name).count <= Self.shortAbbreviation
    }

    /// The matches of hits, best first.
    func matches(of hits: inout [Hit], limit: Int) -> [NameMatch] {
        if hits.count > 1 {
            hits.sort {
                ($0.quality, $0.weight, $1.place) > ($1.quality, $1.weight, $0.place)
            }
        }
        return hits.prefix(max(0, limit)).compactMap(match)
    }
}
