internal import Language

/// Cuts a document into windows.
///
/// A window is filled with sentences to be read, as many as it holds behind some before them again.
/// `Scripts/reading/instances.py` cuts the texts of the training alike.
struct WindowCutter {
    /// The most pieces of a window, without the marks before and behind.
    static let longest = 254
    /// How many sentences before its own a window repeats.
    static let context = 2
    /// How many pieces are kept free for them.
    static let room = 40
    /// The most mentions that stand for a place in a sentence.
    static let mentionsOfPlace = 4
    /// The most places that a sentence may choose among.
    static let mostCandidates = 24
    /// Up to how many pieces before the sentence a mention is near.
    static let near = 40

    private struct Part {
        let utf8Range: Range<Int>
        /// Where the whole sentence begins.
        let sentence: Int
        let pieces: [WordPiece]
        let isWanted: Bool
    }

    /// The two ends of what the rules propose.
    private struct Ends: Hashable {
        let origin: Int?
        let destination: Int?
    }

    let input: ReaderInput
    let wordPieces: WordPieces
    /// Where the rules propose a route between two ends: a text may have thousands of them.
    private let sentencesOf: [Ends: Set<Int>]

    init(input: ReaderInput, wordPieces: WordPieces) {
        self.input = input
        self.wordPieces = wordPieces
        sentencesOf = input.proposals.reduce(into: [:]) { all, proposal in
            let ends = Ends(origin: proposal.origin, destination: proposal.destination)
            all[ends, default: []].insert(proposal.sentence)
        }
    }

    /// The windows of the sentences that are wanted, by their index.
    func windows(of utf8: [UInt8], wanted: [Bool]) -> [ReadingWindow] {
        let parts = self.parts(of: utf8, wanted: wanted)
        var windows: [ReadingWindow] = []
        var start = 0
        while start < parts.count {
            guard parts[start].isWanted else {
                start += 1
                continue
            }
            let extent = extent(of: parts, from: start)
            windows.append(window(of: parts[extent], own: start - extent.lowerBound))
            start = extent.upperBound
        }
        return windows
    }

    /// The parts of the window whose own begin at one of them: first some of what was said before, then the
    /// window's own, then more of the former.
    private func extent(of parts: [Part], from start: Int) -> Range<Int> {
        var (first, end) = (start, start + 1)
        var size = parts[start].pieces.count
        for most in [min(size + Self.room, Self.longest), Self.longest] {
            while first > 0, start - first < Self.context,
                size + parts[first - 1].pieces.count <= most
            {
                first -= 1
                size += parts[first].pieces.count
            }
            while end < parts.count, size + parts[end].pieces.count <= Self.longest {
                size += parts[end].pieces.count
                end += 1
            }
            // What is not wanted at the end need not be read.
            while !parts[end - 1].isWanted {
                end -= 1
                size -= parts[end].pieces.count
            }
        }
        return first..<end
    }

    /// The sentences in pieces; one that no window holds is cut.
    private func parts(of utf8: [UInt8], wanted: [Bool]) -> [Part] {
        var parts: [Part] = []
        let isNear = isNear(to: wanted)
        utf8.withUnsafeBufferPointer { bytes in
            for (index, sentence) in input.sentences.enumerated() where isNear[index] {
                let pieces = wordPieces.pieces(
                    of: UnsafeBufferPointer(rebasing: bytes[sentence]))
                for from in stride(from: 0, to: pieces.count, by: Self.longest) {
                    let part = Array(pieces[from..<min(pieces.count, from + Self.longest)])
                    let start = part[0].utf8Range.lowerBound + sentence.lowerBound
                    let end = part[part.count - 1].utf8Range.upperBound + sentence.lowerBound
                    parts.append(
                        Part(
                            utf8Range: start..<max(start, end), sentence: sentence.lowerBound,
                            pieces: part.map { $0.moved(by: sentence.lowerBound) },
                            isWanted: wanted[index]))
                }
            }
        }
        return parts
    }

    /// Which sentences a window may have: those that are wanted, the one before each, and of those before that the last
    /// that name a place, however far back, up to as many as a window repeats.
    private func isNear(to wanted: [Bool]) -> [Bool] {
        var isNear = wanted
        var left = 0
        for index in wanted.indices.reversed() {
            if wanted[index] {
                left = Self.context
                continue
            }
            guard left > 0 else { continue }
            isNear[index] =
                index + 1 < wanted.count && wanted[index + 1]
                || namesPlace(input.sentences[index])
            if isNear[index] { left -= 1 }
        }
        return isNear
    }

    private func namesPlace(_ sentence: Range<Int>) -> Bool {
        var index = input.mentions.partitionPoint { $0.lowerBound < sentence.lowerBound }
        while index < input.mentions.count, input.mentions[index].lowerBound < sentence.upperBound {
            if input.nodeOfMention[index] != nil { return true }
            index += 1
        }
        return false
    }

    private func window(of parts: ArraySlice<Part>, own: Int) -> ReadingWindow {
        var window = ReadingWindow(
            ids: [wordPieces.start], kinds: [], utf8Ranges: [0..<0], mentions: [], rows: [])
        var places: [Range<Int>] = []
        for part in parts {
            places.append(window.ids.count..<(window.ids.count + part.pieces.count))
            window.ids += part.pieces.map(\.id)
            window.utf8Ranges += part.pieces.map(\.utf8Range)
        }
        window.ids.append(wordPieces.end)
        window.utf8Ranges.append(0..<0)
        window.kinds = Array(repeating: 0, count: window.ids.count)
        addMentions(to: &window)
        for (index, part) in parts.enumerated().dropFirst(own) where part.isWanted {
            let pieces = places[index]
            let candidates = candidates(of: pieces, in: window)
            let before = places[max(index - 1, 0)]
            window.rows.append(
                ReadingWindow.Row(
                    pieces: pieces, stretch: before.lowerBound..<pieces.upperBound,
                    utf8Range: part.utf8Range, candidates: candidates,
                    proposals: proposals(among: candidates, in: part.sentence)))
        }
        return window
    }

    private func addMentions(to window: inout ReadingWindow) {
        for (index, pieces) in input.mentions(in: window.utf8Ranges.dropFirst().dropLast()) {
            for piece in pieces { window.kinds[piece] = input.kinds[index].mark }
            if let node = input.nodeOfMention[index] {
                window.mentions.append(
                    ReadingWindow.PlaceMention(
                        pieces: pieces, node: node, mention: index,
                        utf8Range: input.mentions[index]))
            }
        }
    }

    private func candidates(
        of sentence: Range<Int>, in window: ReadingWindow
    ) -> [ReadingWindow.Candidate] {
        var order: [Int] = []
        var seen: [Int: [Int]] = [:]
        for (index, mention) in window.mentions.enumerated()
        where mention.pieces.lowerBound < sentence.upperBound {
            if seen[mention.node] == nil { order.append(mention.node) }
            seen[mention.node, default: []].append(index)
        }
        var candidates = order.map { node in
            let all = seen[node] ?? []
            let inside = all.filter {
                window.mentions[$0].pieces.lowerBound >= sentence.lowerBound
            }
            let used = Array(
                (inside.isEmpty ? all.suffix(1) : inside[...]).prefix(Self.mentionsOfPlace))
            let gap = sentence.lowerBound - window.mentions[used[0]].pieces.upperBound
            return ReadingWindow.Candidate(
                node: node, kind: input.nodes[node].kind, mentions: used,
                distance: !inside.isEmpty ? 0 : gap < Self.near ? 1 : 2)
        }
        if candidates.count > Self.mostCandidates {
            func start(_ candidate: ReadingWindow.Candidate) -> Int {
                window.mentions[candidate.mentions[0]].pieces.lowerBound
            }
            candidates.sort {
                ($0.distance, $0.distance == 0 ? 0 : -start($0), start($0))
                    < ($1.distance, $1.distance == 0 ? 0 : -start($1), start($1))
            }
            candidates = candidates.prefix(Self.mostCandidates).sorted { start($0) < start($1) }
        }
        return candidates
    }

    /// What the rules say of pairs of candidates.
    private func proposals(
        among candidates: [ReadingWindow.Candidate], in sentence: Int
    ) -> [ReadingWindow.Pair: ReadingWindow.RuleVoice] {
        guard !sentencesOf.isEmpty else { return [:] }
        let ends = candidates.map { Optional($0.node) } + [nil]
        var voices: [ReadingWindow.Pair: ReadingWindow.RuleVoice] = [:]
        for (first, origin) in ends.enumerated() {
            for (second, destination) in ends.enumerated() {
                let known = sentencesOf[Ends(origin: origin, destination: destination)]
                guard let known else { continue }
                voices[ReadingWindow.Pair(origin: first, destination: second)] =
                    known.contains(sentence) ? .here : .elsewhere
            }
        }
        return voices
    }
}
