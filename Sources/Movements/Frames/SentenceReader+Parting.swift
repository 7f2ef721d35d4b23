extension SentenceReader {
    /// One frame a way, where a word has several: "from A to B and from C to D", "to A and then on
    /// to B".
    func parted(_ frame: Frame) -> [(frame: Frame, goesOn: Bool)] {
        var groups: [(paths: [Path], goesOn: Bool)] = [([], false)]
        var shared: [Path] = []
        for (index, path) in frame.paths.enumerated() {
            let current = groups[groups.count - 1].paths
            switch path.role {
            case .origin
            where current.contains { $0.role == .origin }
                && current.contains { $0.role == .destination }:
                groups.append(([path], false))
            case .origin
            where lexicon.small.has(view.lowers[path.object], .there)
                && current.contains { $0.role == .destination }:
                groups.append(([], true))
            case .destination where isNext(path, after: current),
                .via
            where isNext(path, after: current)
                || leadsOn(path, to: frame.paths.dropFirst(index + 1).first, after: current):
                groups.append(([path], true))
            case .origin, .destination, .via: groups[groups.count - 1].paths.append(path)
            default: shared.append(path)
            }
        }
        guard groups.count > 1 else { return [(frame, false)] }
        return groups.indices.map { index in
            var part = frame
            part.paths = groups[index].paths + shared
            let start = index == 0 ? 0 : lastWord(of: groups[index - 1].paths)
            let end =
                index + 1 == groups.count ? view.words.count : lastWord(of: groups[index].paths)
            if start < end { part.words = start..<end }
            return (part, groups[index].goesOn)
        }
    }

    /// "Down the Volga to A, across the Caspian to B": a way behind one end that leads to another.
    private func leadsOn(_ path: Path, to next: Path?, after known: [Path]) -> Bool {
        guard let next, next.role == .destination, !next.ends.isEmpty,
            known.contains(where: { $0.role == .via || $0.role == .origin }),
            known.last?.role == .destination, path.preposition > 0
        else { return false }
        return lexicon.small.has(view.lowers[path.preposition - 1], .listing)
    }

    private func lastWord(of paths: [Path]) -> Int {
        (paths.map { max($0.preposition, $0.object) }.max() ?? 0) + 1
    }

    /// Whether "then" or "on" before a preposition says that one way follows the other.
    private func isNext(_ path: Path, after known: [Path]) -> Bool {
        guard let last = known.last(where: { $0.role == .destination }),
            last.object < path.preposition
        else { return false }
        if path.role == .destination, lexicon.small.has(view.lowers[path.preposition], .onward) {
            return true
        }
        let first = path.role == .via ? last.object + 1 : min(last.object + 1, path.preposition - 3)
        return view.lowers[max(0, first)..<path.preposition].contains {
            lexicon.small.has($0, .sequence)
        }
    }
}
