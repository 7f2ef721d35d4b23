#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
internal import Geodesy

/// Builds the graph of the seas from the shores and the tables of links, gates and barriers.
///
/// A maintainers' tool; the graph it writes is committed. The same input gives the same bytes.
public struct SeaGraphBuilder: Sendable {
    /// A builder.
    public init() {}

    /// Builds the graph of a folder (`shores.bin`, `links.tsv`, `waterways.tsv`, `gates.tsv`, `barriers.tsv`,
    /// `crossings.tsv`).
    ///
    /// Takes some five minutes on two processors; `progress` is told what is being done.
    ///
    /// - Throws: `RoutingError.graphUnreadable` naming the file that cannot be read or written.
    public func build(
        from folder: URL, to file: URL, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(RoutingError) {
        let data = try Self.shores(in: folder)
        let rings = try ShoreFile(data).rings
        let tables = try SeaTables(folder: folder)
        let shores = ShoreIndex(rings: rings)
        for corner in shores.crossingShores() {
            let place = corner.parametricCoordinate
            progress("two shores cross near \(place.latitude),\(place.longitude)")
        }
        // In an order that keeps near ones together, for short lists and blocks.
        let headlands = shores.corners.indices.filter(shores.isHeadland)
            .map { (place: CubeGrid.order(of: shores.corners[$0]), corner: $0) }
            .sorted { ($0.place, $0.corner) < ($1.place, $1.corner) }
            .map(\.corner)
        progress(
            "\(rings.count) shores, \(shores.corners.count) corners, \(headlands.count) headlands")
        var parts = SeaGraphParts(
            shores: shores, nodeCorner: headlands.map(Int32.init), linkPoints: [],
            neighbours: .none(nodes: 0), landmarks: Landmarks(rows: []), ringWater: [],
            links: tables.links, gates: tables.gates,
            barriers: tables.barriers.flatMap { line in
                zip(line, line.dropFirst()).map {
                    SeaArc(
                        start: UnitVector(parametric: $0.0.coordinate),
                        end: UnitVector(parametric: $0.1.coordinate))
                }
            }, crossings: tables.crossings)
        for link in tables.links {
            for position in link.line {
                parts.linkPoints.append(UnitVector(parametric: position.coordinate))
                parts.nodeCorner.append(-1)
            }
        }
        let nodes = parts.nodeCorner.count
        parts.neighbours = .none(nodes: nodes)
        let bare = SeaGraph(parts: parts)
        var pairs = await Self.headlandPairs(bare, progress: progress)
        progress("\(pairs.count / 2) pairs of headlands see each other")
        pairs += Self.linkPairs(bare, links: tables.links, progress: progress)
        progress("\(pairs.count / 2) pairs in all")
        parts.neighbours = NeighbourLists(pairs: pairs, nodes: nodes)
        parts.ringWater = SeaWaters.ofRings(
            pairs: pairs, nodeCorner: parts.nodeCorner, shores: shores)
        parts.landmarks = await Landmarks.chosen(in: SeaGraph(parts: parts), progress: progress)
        try SeaGraphFile.write(parts, rings: rings, to: file)
    }

    /// The content of a folder's file of shores.
    private static func shores(in folder: URL) throws(RoutingError) -> Data {
        let file = folder.appending(path: "shores.bin")
        do {
            return try Data(contentsOf: file)
        } catch {
            throw .graphUnreadable(path: file.path, reason: "no such file")
        }
    }

    /// Puts the names, days, defaults and gates of a folder's tables into its graph, without looking along
    /// all its lines again; takes some minutes where a default or a length has changed.
    ///
    /// - Throws: `RoutingError.graphUnreadable`, also when lines of links or barriers have changed.
    public func renew(
        in folder: URL, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(RoutingError) {
        let file = folder.appending(path: "sea.graph")
        let graph = try SeaGraphFile.read(file)
        let tables = try SeaTables(folder: folder)
        let barriers = tables.barriers.flatMap { line in
            zip(line, line.dropFirst()).map {
                SeaArc(
                    start: UnitVector(parametric: $0.0.coordinate),
                    end: UnitVector(parametric: $0.1.coordinate))
            }
        }
        guard tables.links.map(\.line) == graph.links.map(\.line), barriers == graph.barriers else {
            throw .graphUnreadable(
                path: file.path, reason: "lines of links or barriers have changed: build it anew")
        }
        let data = try Self.shores(in: folder)
        var parts = SeaGraphParts(
            shores: graph.shores, nodeCorner: graph.nodeCorner,
            linkPoints: Array(graph.nodes.dropFirst(graph.headlandCount)),
            neighbours: graph.neighbours, landmarks: Landmarks(rows: []),
            ringWater: graph.ringWater, links: tables.links, gates: tables.gates,
            barriers: graph.barriers, crossings: tables.crossings)
        // What the landmarks tell depends on which links are open and how long they are.
        let isOfOneLength = zip(tables.links, graph.links).allSatisfy {
            $0.isOpen == $1.isOpen && $0.kilometres == $1.kilometres
        }
        parts.landmarks =
            isOfOneLength
            ? graph.landmarks
            : await Landmarks.chosen(in: SeaGraph(parts: parts), progress: progress)
        try SeaGraphFile.write(parts, rings: try ShoreFile(data).rings, to: file)
    }

    /// All pairs of headlands that a taut line joins.
    private static func headlandPairs(
        _ graph: SeaGraph, progress: @escaping @Sendable (String) -> Void
    ) async -> [Int32] {
        let count = graph.headlandCount
        let block = 200
        let found = await withTaskGroup(of: (Int, [Int32]).self) { group in
            for first in stride(from: 0, to: count, by: block) {
                group.addTask {
                    var pairs: [Int32] = []
                    for node in first..<min(first + block, count) {
                        pairs += Self.partners(of: node, in: graph)
                    }
                    return (first, pairs)
                }
            }
            var all: [Int: [Int32]] = [:]
            for await (first, pairs) in group {
                all[first] = pairs
                if all.count.isMultiple(of: 20) { progress("\(all.count * block) of \(count)") }
            }
            return all
        }
        return found.keys.sorted().flatMap { found[$0] ?? [] }
    }

    /// The headlands of higher number that a taut line joins to one.
    private static func partners(of node: Int, in graph: SeaGraph) -> [Int32] {
        let shores = graph.shores
        let corner = Int(graph.nodeCorner[node])
        let position = shores.corners[corner]
        let before = shores.corners[Int(shores.previous[corner])].cross(position)
        let after = position.cross(shores.corners[Int(shores.next[corner])])
        var pairs: [Int32] = []
        for other in (node + 1)..<max(graph.headlandCount, node + 1) {
            let target = graph.nodes[other]
            let otherCorner = Int(graph.nodeCorner[other])
            let areNeighbours =
                shores.next[corner] == Int32(otherCorner)
                || shores.previous[corner] == Int32(otherCorner)
            if areNeighbours {
                guard graph.isUnbarred(position, target) else { continue }
            } else {
                guard (before.dot(target) > 0) != (after.dot(target) > 0),
                    graph.isTangent(atHeadland: other, to: position),
                    graph.isOpenWater(
                        position, target, from: Int32(corner), to: Int32(otherCorner))
                else { continue }
            }
            pairs += [Int32(node), Int32(other)]
        }
        return pairs
    }

    /// What the ends of links see: headlands, and the ends of other links.
    ///
    /// A lane through the open sea is joined and left anywhere.
    /// An end on land, the head of a river, sees nothing; the names are told, to be looked through.
    private static func linkPairs(
        _ graph: SeaGraph, links: [SeaLink], progress: @Sendable (String) -> Void
    ) -> [Int32] {
        var pairs: [Int32] = []
        var ends: [Int] = []
        var first = graph.headlandCount
        for link in links {
            let points = first..<(first + link.line.count)
            for end in link.kind == "lane" ? Array(points) : [first, points.upperBound - 1] {
                if graph.shores.isLand(graph.nodes[end]) {
                    let place = graph.nodes[end].parametricCoordinate
                    progress("\(link.name): an end on land, \(place.latitude) \(place.longitude)")
                } else {
                    ends.append(end)
                }
            }
            first += link.line.count
        }
        for (index, end) in ends.enumerated() {
            let position = graph.nodes[end]
            for node in graph.headlands(seenFrom: position) { pairs += [Int32(node), Int32(end)] }
            for other in ends[(index + 1)...]
            where graph.isOpenWater(position, graph.nodes[other]) {
                pairs += [Int32(end), Int32(other)]
            }
        }
        return pairs
    }
}
