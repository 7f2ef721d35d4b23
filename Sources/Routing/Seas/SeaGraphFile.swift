#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Geodesy

/// The file of the graph: a head, then sections of 32-bit numbers, low byte first, and the names.
///
/// Head: "PSEAGRF1", then for each section its length in numbers. The file is mapped, not parsed.
enum SeaGraphFile {
    private static let magic = Array("PSEAGRF1".utf8)

    /// The sections, in their order in the file.
    private enum Section: Int, CaseIterable {
        /// The number of corners of each ring.
        case rings
        /// Longitude and latitude of the corners, in 1e-5 degrees.
        case positions
        /// Cells and edges of the grid, in turn.
        case grid
        /// The corner of each headland.
        case headlands
        /// The nodes that see each other: for each node how many of higher number, then the steps to
        /// them, as varints in bytes, padded to four.
        case pairs
        /// The number of points of each line of a link, gate or barrier.
        case lines
        /// Longitude and latitude of their points.
        case linePositions
        /// A row a line, as text: kind, name, default, km; in bytes, padded to four.
        case names
    }

    /// Writes a graph.
    static func write(
        _ parts: SeaGraphParts, rings: [[PackedPosition]], to url: URL
    ) throws(RoutingError) {
        var sections = [[Int32]](repeating: [], count: Section.allCases.count)
        sections[Section.rings.rawValue] = rings.map { Int32($0.count) }
        sections[Section.positions.rawValue] = rings.flatMap { $0.flatMap(numbers) }
        sections[Section.grid.rawValue] = ShoreIndex.entries(
            corners: parts.shores.corners, next: parts.shores.next
        ).flatMap { [$0.cell, $0.edge] }
        sections[Section.headlands.rawValue] = parts.nodeCorner.filter { $0 >= 0 }
        sections[Section.pairs.rawValue] = words(
            PairCode.encode(parts.pairs, nodes: parts.nodeCorner.count))
        var names: [String] = []
        func add(_ line: [PackedPosition], _ row: String) {
            sections[Section.lines.rawValue].append(Int32(line.count))
            sections[Section.linePositions.rawValue] += line.flatMap(numbers)
            names.append(row)
        }
        for link in parts.links {
            let length = link.kilometres.map { "\($0)" } ?? ""
            add(link.line, "link\t\(link.name)\t\(link.isOpen ? "open" : "closed")\t\(length)")
        }
        for gate in parts.gates { add(gate.line, "gate\t\(gate.name)\t\t") }
        for barrier in parts.barriers {
            let line = [barrier.start, barrier.end].map {
                PackedPosition($0.parametricCoordinate)
            }
            add(line, "barrier\t\t\t")
        }
        sections[Section.names.rawValue] = words(
            Array(names.joined(separator: "\n").utf8), padding: 0x0A)
        var data = Data(magic)
        for section in sections { append(Int32(section.count), to: &data) }
        for section in sections { for number in section { append(number, to: &data) } }
        do {
            try data.write(to: url, options: .atomic)
        } catch {
            throw .graphUnreadable(path: url.path, reason: "cannot be written")
        }
    }

    /// Reads a graph.
    static func read(_ url: URL) throws(RoutingError) -> SeaGraph {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw .graphUnreadable(path: url.path, reason: "no such file")
        }
        let sections = try sections(of: data, path: url.path)
        func section(_ section: Section) -> [Int32] { sections[section.rawValue] }
        let positions = section(.positions)
        let lengths = section(.rings).map(Int.init)
        let headlands = section(.headlands)
        let grid = section(.grid)
        let lines = section(.lines).map(Int.init)
        let linePositions = section(.linePositions)
        let rows = names(section(.names))
        guard lengths.allSatisfy({ $0 >= 3 }), lengths.reduce(0, +) * 2 == positions.count,
            grid.count.isMultiple(of: 2), lines.allSatisfy({ $0 >= 2 }), lines.count == rows.count,
            lines.reduce(0, +) * 2 == linePositions.count
        else { throw .graphUnreadable(path: url.path, reason: "its parts do not fit together") }
        var reader = PositionReader(numbers: positions)
        let rings = lengths.map { reader.next($0) }
        let corners = Int32(positions.count / 2)
        guard isGrid(grid, corners: corners) else {
            throw .graphUnreadable(path: url.path, reason: "its grid is damaged")
        }
        var parts = SeaGraphParts(
            shores: ShoreIndex(rings: rings, grid: grid), nodeCorner: headlands,
            linkPoints: [], pairs: [], links: [], gates: [], barriers: [])
        var lineReader = PositionReader(numbers: linePositions)
        for (length, row) in zip(lines, rows) {
            add(lineReader.next(length), row, to: &parts)
        }
        guard headlands.allSatisfy({ (0..<corners).contains($0) }),
            let pairs = PairCode.decode(
                bytes(section(.pairs)), nodes: parts.nodeCorner.count)
        else { throw .graphUnreadable(path: url.path, reason: "its nodes are damaged") }
        parts.pairs = pairs
        return SeaGraph(parts: parts)
    }

    /// Whether numbers are cells in their order and edges, in turn.
    private static func isGrid(_ numbers: [Int32], corners: Int32) -> Bool {
        var last: Int32 = 0
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            let (cell, edge) = (numbers[index], numbers[index + 1])
            guard cell >= last, cell < Int32(CubeGrid.count), edge >= 0, edge < corners else {
                return false
            }
            last = cell
        }
        return true
    }

    private static func add(
        _ line: [PackedPosition], _ row: [String], to parts: inout SeaGraphParts
    ) {
        switch row[0] {
        case "link":
            parts.links.append(
                SeaLink(
                    name: row[1], isOpen: row[2] == "open", kilometres: Double(row[3]), line: line))
            for position in line {
                parts.linkPoints.append(UnitVector(parametric: position.coordinate))
                parts.nodeCorner.append(-1)
            }
        case "gate":
            parts.gates.append(SeaGate(name: row[1], line: line))
        default:
            for (start, end) in zip(line, line.dropFirst()) {
                parts.barriers.append(
                    SeaArc(
                        start: UnitVector(parametric: start.coordinate),
                        end: UnitVector(parametric: end.coordinate)))
            }
        }
    }

    private static func numbers(_ position: PackedPosition) -> [Int32] {
        [position.longitude, position.latitude]
    }

    private static func append(_ number: Int32, to data: inout Data) {
        withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
    }

    private static func sections(
        of data: Data, path: String
    ) throws(RoutingError) -> [[Int32]] {
        let head = magic.count + 4 * Section.allCases.count
        guard data.count >= head, data.prefix(magic.count).elementsEqual(magic) else {
            throw .graphUnreadable(path: path, reason: "it is no graph of the seas")
        }
        let all: [[Int32]]? = data.withUnsafeBytes { bytes in
            func number(_ offset: Int) -> Int32 {
                Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
            }
            var offset = head
            var sections: [[Int32]] = []
            for section in Section.allCases {
                let count = Int(number(magic.count + 4 * section.rawValue))
                guard count >= 0, offset + 4 * count <= bytes.count else { return nil }
                sections.append(
                    [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
                        for index in 0..<count { buffer[index] = number(offset + 4 * index) }
                        initialized = count
                    })
                offset += 4 * count
            }
            return offset == bytes.count ? sections : nil
        }
        guard let all else {
            throw .graphUnreadable(path: path, reason: "it is cut short or damaged")
        }
        return all
    }

    /// Bytes as numbers, padded.
    private static func words(_ bytes: [UInt8], padding: UInt8 = 0) -> [Int32] {
        var bytes = bytes
        while !bytes.count.isMultiple(of: 4) { bytes.append(padding) }
        return bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: 4).map {
                Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int32.self))
            }
        }
    }

    /// Numbers as bytes.
    private static func bytes(_ numbers: [Int32]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: numbers.count * 4) { buffer, initialized in
            for (index, number) in numbers.enumerated() {
                let bits = UInt32(bitPattern: number)
                for byte in 0..<4 {
                    buffer[4 * index + byte] = UInt8(truncatingIfNeeded: bits >> (8 * UInt32(byte)))
                }
            }
            initialized = numbers.count * 4
        }
    }

    private static func names(_ numbers: [Int32]) -> [[String]] {
        String(decoding: bytes(numbers), as: UTF8.self).split(separator: "\n").map { row in
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            return cells + Array(repeating: "", count: max(0, 4 - cells.count))
        }
    }
}

/// Reads positions from longitudes and latitudes in turn.
private struct PositionReader {
    let numbers: [Int32]
    var offset = 0

    mutating func next(_ count: Int) -> [PackedPosition] {
        defer { offset += 2 * count }
        return (0..<count).map {
            PackedPosition(
                longitude: numbers[offset + 2 * $0], latitude: numbers[offset + 2 * $0 + 1])
        }
    }
}
