extension SentenceReader {
    /// One frame a way, where a word has several: "from A to B and from C to D", "to A and then on
    /// to B".
    func parted(_ frame: Frame) -> [(frame: Frame, goesOn: Bool)] {
        var groups: [(paths: [Path], goesOn: Bool)] = [([], false)]
        var shared: [Path] = []
        for path in frame.paths {
            let current = groups[groups.count - 1].paths
            switch path.role {
            case .origin
            where current.contains { $0.role == .origin }
                && current.contains { $0.role == .destination }:
                groups.append(([path], false))
            case .destination where current.contains { $0.role == .destination } && isNext(path):
                groups.append(([path], true))
            case .origin, .destination, .via: groups[groups.count - 1].paths.append(path)
            default: shared.append(path)
            }
        }
        guard groups.count > 1 else { return [(frame, false)] }
        return groups.map { group in
            var part = frame
            part.paths = group.paths + shared
            return (part, group.goesOn)
        }
    }

    /// Whether "then" or "on" before a preposition says that one way follows the other.
    private func isNext(_ path: Path) -> Bool {
        if lexicon.small.has(view.lowers[path.preposition], .onward) { return true }
        return view.lowers[max(0, path.preposition - 3)..<path.preposition].contains {
            lexicon.small.has($0, .sequence)
        }
    }
}
