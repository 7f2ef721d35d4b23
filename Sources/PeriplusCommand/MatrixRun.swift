internal import Foundation
internal import Geodesy
internal import Periplus
internal import Routing

/// Measures all places against all, on all processors.
struct MatrixRun: Sendable {
    let places: [FoundPlace]
    let measurer: Measurer

    /// Rows handed to a worker at a time.
    private static let blockLength = 16

    /// One result a place, made by `render` from its lengths to all places, in kilometres.
    ///
    /// - Throws: `CommandError` about the first pair, row by row, that cannot be measured.
    func rows<Row: Sendable>(
        _ render: @escaping @Sendable ([Double]) -> Row
    ) async throws -> [Row] {
        let count = places.count
        let blocks = await withTaskGroup(of: (Int, Result<[Row], CommandError>).self) { group in
            for first in stride(from: 0, to: count, by: Self.blockLength) {
                group.addTask {
                    let range = first..<min(first + Self.blockLength, count)
                    return (first, rows(range, render))
                }
            }
            var all: [Int: Result<[Row], CommandError>] = [:]
            for await (first, block) in group { all[first] = block }
            return all
        }
        return try blocks.keys.sorted().flatMap { try blocks[$0]?.get() ?? [] }
    }

    private func rows<Row>(
        _ range: Range<Int>, _ render: ([Double]) -> Row
    ) -> Result<[Row], CommandError> {
        let targets = places.map(\.coordinate)
        var rows: [Row] = []
        for from in range {
            var row = [Double](repeating: 0, count: targets.count)
            for to in targets.indices {
                do throws(RoutingError) {
                    row[to] = try measurer.length(from: targets[from], to: targets[to])
                        .kilometres
                } catch {
                    let names = (places[from].label, places[to].label)
                    return .failure(
                        CommandError(.badData, error.sentence(start: names.0, end: names.1)))
                }
            }
            rows.append(render(row))
        }
        return .success(rows)
    }

    /// Kilometres as a JSON array, to the metre.
    static func json(_ row: [Double]) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(10 * row.count + 2)
        for (index, kilometres) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(metres: Int((kilometres * 1_000).rounded()), to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    /// Appends metres as kilometres, without zeros at the end.
    private static func append(metres: Int, to bytes: inout [UInt8]) {
        var digits: [UInt8] = []
        var rest = metres
        var places = 0
        while rest > 0 || places <= 3 {
            let digit = UInt8(rest % 10)
            if places >= 3 || digit > 0 || !digits.isEmpty {
                digits.append(UInt8(ascii: "0") + digit)
            }
            rest /= 10
            places += 1
            if places == 3, !digits.isEmpty { digits.append(UInt8(ascii: ".")) }
        }
        bytes.append(contentsOf: digits.reversed())
    }
}
