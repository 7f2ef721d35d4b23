internal import Gazetteers
package import Geoparsing
package import Language

/// What the reader sees of a document: its sentences, its mentions, and one node a place.
package struct ReaderInput: Sendable {
    /// A place of the document, by whatever names it is mentioned.
    package struct Node: Sendable {
        /// The mentions of the place, in the order of the text.
        package var mentions: [Int]
        /// The kind of the first mention that is no demonym or dateline; else of the first.
        package var kind: ReaderKind
    }

    /// The sentences, in UTF-8 bytes.
    package var sentences: [Range<Int>]
    /// Each mention's place in the text, in UTF-8 bytes, in the order of the text.
    package var mentions: [Range<Int>]
    /// Each mention's kind.
    package var kinds: [ReaderKind]
    /// The places, in the order in which they are first mentioned.
    package var nodes: [Node]
    /// The node of each mention; nil for what is no place.
    package var nodeOfMention: [Int?]
    /// What the rules propose: two nodes, nil for an open end, and the start of the sentence.
    package var proposals: [Proposal]

    /// A route that the rules propose.
    package struct Proposal: Sendable, Hashable {
        package let origin: Int?
        package let destination: Int?
        /// Where the sentence begins, in UTF-8 bytes.
        package let sentence: Int
    }

    /// The input for a document; mentions are in the order of the text.
    package init(_ analysis: Analysis, mentions: [Mention]) {
        sentences = analysis.sentences.map { analysis.utf8Range(of: $0.tokens) }
        self.mentions = mentions.map(\.utf8Range)
        kinds = mentions.map(ReaderKind.init)
        nodes = []
        proposals = []
        nodeOfMention = Array(repeating: nil, count: mentions.count)
        var byName: [String: Int] = [:]
        var byPlace: [PlaceID: Int] = [:]
        for (index, mention) in mentions.enumerated()
        where mention.use.isPlaced && mention.kind != .description {
            let name = mention.text.lowercased()
            let place = mention.candidates.first?.place.id
            let node = byName[name] ?? place.flatMap { byPlace[$0] } ?? nodes.count
            if node == nodes.count { nodes.append(Node(mentions: [], kind: kinds[index])) }
            nodes[node].mentions.append(index)
            if nodes[node].kind == .demonym || nodes[node].kind == .dateline,
                kinds[index] != .demonym, kinds[index] != .dateline
            {
                nodes[node].kind = kinds[index]
            }
            nodeOfMention[index] = node
            byName[name] = node
            if let place { byPlace[place] = node }
        }
    }

    /// For each node the nodes that the text says it lies in: "Amirabad in Iran".
    func containers(by mentions: [Mention]) -> [Set<Int>] {
        var containers = [Set<Int>](repeating: [], count: nodes.count)
        for (index, mention) in mentions.enumerated() {
            guard let outer = mention.container, let node = nodeOfMention[index],
                let other = nodeOfMention[outer], other != node
            else { continue }
            containers[node].insert(other)
        }
        return containers
    }

    /// Takes up the routes that the rules find, but for those with an end that is no node.
    mutating func addProposals(_ movements: [Movement]) {
        for movement in movements {
            let origin = movement.origin.flatMap { nodeOfMention[$0] }
            let destination = movement.destination.flatMap { nodeOfMention[$0] }
            guard (origin == nil) == (movement.origin == nil),
                (destination == nil) == (movement.destination == nil)
            else { continue }
            proposals.append(
                Proposal(
                    origin: origin, destination: destination,
                    sentence: movement.evidence.first?.lowerBound ?? 0))
        }
    }

    /// The mentions that lie wholly in a stretch of text, each with its pieces; pieces are given by where they stand.
    func mentions(in pieces: ArraySlice<Range<Int>>) -> [(mention: Int, pieces: Range<Int>)] {
        guard let low = pieces.first?.lowerBound, let high = pieces.last?.upperBound else {
            return []
        }
        var found: [(mention: Int, pieces: Range<Int>)] = []
        var piece = pieces.startIndex
        var index = mentions.partitionPoint { $0.lowerBound < low }
        while index < mentions.count, mentions[index].lowerBound < high {
            defer { index += 1 }
            let place = mentions[index]
            guard place.upperBound <= high else { continue }
            // Mentions come in order and do not overlap.
            while piece < pieces.endIndex, pieces[piece].upperBound <= place.lowerBound {
                piece += 1
            }
            var end = piece
            while end < pieces.endIndex, pieces[end].lowerBound < place.upperBound { end += 1 }
            if piece < end { found.append((index, piece..<end)) }
        }
        return found
    }

    /// The mention that stands in a place.
    func mention(at place: Range<Int>) -> Int? {
        let index = mentions.partitionPoint { $0.lowerBound < place.lowerBound }
        return index < mentions.count && mentions[index] == place ? index : nil
    }
}
