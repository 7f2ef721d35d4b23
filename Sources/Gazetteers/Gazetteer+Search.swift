internal import Geodesy

extension Gazetteer {
    /// The matches of a query, best first, or nearest first when it names a position.
    ///
    /// Exact matching is that of `matches(for:limit:)`; prefix and fuzzy matching walk the names and take
    /// some tens of milliseconds.
    public func search(_ query: GazetteerQuery) -> [NameMatch] {
        let folded = NameFolding.bytes(query.name)
        guard !folded.isEmpty, query.limit > 0 else { return [] }
        let raw = Array(query.name.utf8)
        var found: [NameMatch] = []
        for (layer, index) in indexes.enumerated() {
            var hits: [GazetteerIndex.Hit] = []
            switch query.matching {
            case .exact:
                if let key = index.key(equalTo: folded) {
                    index.appendHits(of: key, raw: raw, to: &hits)
                }
            case .prefix:
                index.forEachKey(startingWith: folded) { key, isWhole in
                    index.appendHits(
                        of: key, raw: raw, scale: isWhole ? 1 : NameMatch.Quality.prefix, to: &hits)
                }
            case .fuzzy:
                index.forEachKey(near: folded) { key, edits in
                    let scale = [1, NameMatch.Quality.fuzzy][min(edits, 1)]
                    index.appendHits(
                        of: key, raw: raw, scale: edits == 2 ? scale * scale : scale, to: &hits)
                }
            }
            let known = Set(found.map(\.place.id))
            found += index.bestMatches(of: hits, query: query).filter {
                !known.contains($0.place.id)
            }.map { match in
                var match = match
                match.place = completed(corrected(match.place, of: layer), of: layer)
                return match
            }
        }
        if let near = query.near {
            found.sort {
                SpaceGrid.metres(from: near, to: $0.place.coordinate)
                    < SpaceGrid.metres(from: near, to: $1.place.coordinate)
            }
        }
        return Array(found.prefix(query.limit))
    }
}
