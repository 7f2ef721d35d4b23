#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Geodesy

/// The file of the graph: what would take long to work out stands in it as it is used.
enum SeaGraphFile {
    /// The version of the layout, for messages and for results to name.
    static let version: Character = "3"
    private static let layout = SectionFile(
        magic: Array("PSEAGRF\(version)".utf8), count: Section.allCases.count)

    /// The sections, in their order in the file.
    private enum Section: Int, CaseIterable {
        /// The number of corners of each ring, in 32 bits.
        case rings
        /// Longitude and latitude of the corners, in 1e-5 degrees, in steps from corner to corner.
        case positions
        /// The shores' grid, as `ShoreGrid` writes it.
        case grid
        /// The corner of each headland, in steps from one to the next.
        case headlands
        /// The nodes that each node sees, as `NeighbourLists` has them.
        case neighbours
        /// Where each node's begin, in steps.
        case neighbourStarts
        /// The water of each ring, in 32 bits.
        case ringWaters
        /// The distances of each node from the landmarks, in kilometres, in steps from node to node.
        case landmarks
        /// The number of points of each line of a link, gate, barrier or crossing, in 32 bits.
        case lines
        /// Longitude and latitude of their points, in 1e-5 degrees, in 32 bits.
        case linePositions
        /// A row a line, as text: kind, name, default, km, then further cells as "column=text".
        case names
    }

    /// Writes a graph.
    static func write(
        _ parts: SeaGraphParts, rings: [[PackedPosition]], to url: URL
    ) throws(RoutingError) {
        var sections = [[UInt8]](repeating: [], count: Section.allCases.count)
        func set(_ section: Section, _ numbers: [Int32]) {
            sections[section.rawValue] = SectionFile.bytes(of: numbers)
        }
        set(.rings, rings.map { Int32($0.count) })
        sections[Section.positions.rawValue] = Varint.steps(
            rings.flatMap { $0.flatMap(numbers) }, apart: 2)
        sections[Section.grid.rawValue] = parts.shores.grid.encoded()
        sections[Section.headlands.rawValue] = Varint.steps(
            parts.nodeCorner.filter { $0 >= 0 })
        sections[Section.neighbours.rawValue] = parts.neighbours.bytes
        sections[Section.neighbourStarts.rawValue] = Varint.steps(parts.neighbours.start)
        set(.ringWaters, parts.ringWater)
        sections[Section.landmarks.rawValue] = parts.landmarks.encoded()
        var lines: [[PackedPosition]] = []
        var names: [String] = []
        for link in parts.links {
            let length = link.kilometres.map { "\($0)" } ?? ""
            lines.append(link.line)
            names.append(
                "link\t\(link.name)\t\(link.isOpen ? "open" : "closed")\t\(length)"
                    + text(of: link.cells))
        }
        for gate in parts.gates {
            lines.append(gate.line)
            names.append("gate\t\(gate.name)\t\t" + text(of: gate.cells))
        }
        for barrier in parts.barriers {
            lines.append(
                [barrier.start, barrier.end].map { PackedPosition($0.parametricCoordinate) })
            names.append("barrier\t\t\t")
        }
        for crossing in parts.crossings {
            lines.append(crossing.line)
            names.append("crossing\t\(crossing.name)\t\t")
        }
        set(.lines, lines.map { Int32($0.count) })
        set(.linePositions, lines.flatMap { $0.flatMap(numbers) })
        sections[Section.names.rawValue] = Array(names.joined(separator: "\n").utf8)
        do {
            try layout.encode(sections).write(to: url, options: .atomic)
        } catch {
            throw .graphUnreadable(path: url.path, reason: "cannot be written")
        }
    }

    /// Reads a graph.
    static func read(_ url: URL) throws(RoutingError) -> SeaGraph {
        let sections = try sections(of: url)
        func bytes(_ section: Section) -> [UInt8] { sections[section.rawValue] }
        func numbers(_ section: Section) -> [Int32] {
            SectionFile.numbers(Int32.self, of: bytes(section))
        }
        func steps(_ section: Section, apart: Int = 1) -> [Int32] {
            Varint.numbers(Int32.self, ofSteps: bytes(section), apart: apart) ?? []
        }
        func unfit(_ what: String) -> RoutingError {
            .graphUnreadable(path: url.path, reason: "\(what) damaged")
        }
        let positions = steps(.positions, apart: 2)
        let lengths = numbers(.rings).map(Int.init)
        let corners = positions.count / 2
        guard lengths.allSatisfy({ $0 >= 3 }), lengths.reduce(0, +) == corners,
            let grid = ShoreGrid(encoded: bytes(.grid), edges: corners)
        else { throw unfit("its shores are") }
        let headlands = steps(.headlands)
        guard headlands.allSatisfy({ (0..<Int32(corners)).contains($0) }) else {
            throw unfit("its headlands are")
        }
        var parts = SeaGraphParts(
            shores: ShoreIndex(lengths: lengths, positions: positions, grid: grid),
            nodeCorner: headlands, linkPoints: [], neighbours: .none(nodes: 0),
            landmarks: Landmarks(rows: []), ringWater: numbers(.ringWaters), links: [], gates: [],
            barriers: [], crossings: [])
        let linePositions = numbers(.linePositions)
        let lines = numbers(.lines).map(Int.init)
        let rows = names(bytes(.names))
        guard lines.allSatisfy({ $0 >= 2 }), lines.count == rows.count,
            lines.reduce(0, +) * 2 == linePositions.count
        else { throw unfit("its lines are") }
        var offset = 0
        for (length, row) in zip(lines, rows) {
            let line = (0..<length).map { point in
                PackedPosition(
                    longitude: linePositions[offset + 2 * point],
                    latitude: linePositions[offset + 2 * point + 1])
            }
            offset += 2 * length
            add(line, row, to: &parts)
        }
        let nodes = parts.nodeCorner.count
        guard let landmarks = Landmarks(encoded: bytes(.landmarks), nodes: nodes),
            parts.ringWater.count == lengths.count,
            let neighbours = NeighbourLists(
                bytes: bytes(.neighbours), start: steps(.neighbourStarts), nodes: nodes)
        else { throw unfit("its nodes are") }
        parts.neighbours = neighbours
        parts.landmarks = landmarks
        return SeaGraph(parts: parts)
    }

    private static func sections(of url: URL) throws(RoutingError) -> [[UInt8]] {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw .graphUnreadable(path: url.path, reason: "no such file")
        }
        do {
            return try layout.decode(data)
        } catch {
            let reason =
                switch error {
                case .otherKind: "it is no graph of the seas"
                case .otherVersion(let version):
                    "its layout is version \(version), this program reads version \(Self.version); "
                        + "take the file that came with the program, or run Scripts/build-sea-graph"
                case .damaged: "it is cut short or damaged"
                }
            throw .graphUnreadable(path: url.path, reason: reason)
        }
    }

    private static func add(
        _ line: [PackedPosition], _ row: [String], to parts: inout SeaGraphParts
    ) {
        switch row[0] {
        case "link":
            var link = SeaLink(
                name: row[1], isOpen: row[2] == "open", kilometres: Double(row[3]), line: line)
            link.read(cells(of: row))
            parts.links.append(link)
            for position in line {
                parts.linkPoints.append(UnitVector(parametric: position.coordinate))
                parts.nodeCorner.append(-1)
            }
        case "gate":
            var gate = SeaGate(name: row[1], line: line)
            gate.read(cells(of: row))
            parts.gates.append(gate)
        case "crossing":
            parts.crossings.append(LandCrossing(name: row[1], line: line))
        default:
            for (start, end) in zip(line, line.dropFirst()) {
                parts.barriers.append(
                    SeaArc(
                        start: UnitVector(parametric: start.coordinate),
                        end: UnitVector(parametric: end.coordinate)))
            }
        }
    }

    private static func text(of cells: [String: String]) -> String {
        cells.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\t\($0.key)=\($0.value)" }.joined()
    }

    private static func cells(of row: [String]) -> [String: String] {
        var cells: [String: String] = [:]
        for cell in row.dropFirst(4) {
            let parts = cell.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { cells[parts[0]] = parts[1] }
        }
        return cells
    }

    private static func numbers(_ position: PackedPosition) -> [Int32] {
        [position.longitude, position.latitude]
    }

    private static func names(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            return cells + Array(repeating: "", count: max(0, 4 - cells.count))
        }
    }
}
