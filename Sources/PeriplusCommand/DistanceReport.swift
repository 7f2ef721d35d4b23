internal import Formats
internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Periplus
internal import Routing

/// The measured distances between found places, as tables and as JSON.
struct DistanceReport {
    let places: [FoundPlace]
    let measurer: Measurer

    /// The legs of the chain in order, and their sum.
    func chainTable() throws(CommandError) -> String {
        var rows: [[String]] = []
        var kilometres = 0.0
        var nauticalMiles = 0.0
        for (from, to) in zip(places, places.dropFirst()) {
            let measured = try measure(from, to)
            kilometres += measured.km
            nauticalMiles += measured.nmi
            var way = measured.method
            if let passages = measured.passages { way += " (\(passages.joined(separator: ", ")))" }
            rows.append([
                "\(from.label) - \(to.label)", Self.figure(measured.km) + " km",
                Self.figure(measured.nmi) + " nmi", way,
            ])
        }
        if rows.count > 1 {
            rows.append([
                "in all", Self.figure(kilometres) + " km", Self.figure(nauticalMiles) + " nmi", "",
            ])
        }
        return TextTable.plain(rows, rightAligned: [1, 2])
    }

    /// All against all, in kilometres.
    func matrixTable() async throws -> String {
        let rows = try await MatrixRun(places: places, measurer: measurer).rows { row in
            row.map(Self.figure)
        }
        let table = [[""] + places.map(\.label)] + zip(places, rows).map { [$0.label] + $1 }
        return TextTable.plain(table, rightAligned: Set(1...places.count))
    }

    /// The chain as one JSON object.
    func chainJSON() throws -> String {
        let legs = try zip(places, places.dropFirst()).map { from, to in
            Leg(from: Stop(from), to: Stop(to), measured: try measure(from, to))
        }
        let chain = Chain(
            legs: legs, km: legs.reduce(0) { $0 + $1.measured.km },
            nmi: legs.reduce(0) { $0 + $1.measured.nmi })
        return String(decoding: try JSONLine.bytes(chain), as: UTF8.self)
    }

    /// The matrix as one JSON object, in kilometres: {"km": [[...], ...], "places": [...]}.
    func matrixJSON() async throws -> [UInt8] {
        let rows = try await MatrixRun(places: places, measurer: measurer).rows(MatrixRun.json)
        var bytes = Array("{\"km\":[".utf8)
        for (index, row) in rows.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += row
        }
        bytes += Array("],\"places\":".utf8)
        bytes += try JSONLine.bytes(places.map(Stop.init)).dropLast()
        return bytes + Array("}\n".utf8)
    }

    private func measure(
        _ from: FoundPlace, _ to: FoundPlace
    ) throws(CommandError) -> MeasuredWay {
        do {
            return try measurer.measure(from: from.coordinate, to: to.coordinate)
        } catch {
            throw CommandError(.badData, error.sentence(start: from.label, end: to.label))
        }
    }

    private static func figure(_ value: Double) -> String {
        String(format: "%.1f", value)
    }

    private struct Stop: Encodable {
        var name: String
        var id: String?
        var lat: Double
        var lon: Double

        init(_ found: FoundPlace) {
            name = found.label
            id = found.place?.id.rawValue
            lat = found.coordinate.latitude
            lon = found.coordinate.longitude
        }
    }

    private struct Leg: Encodable {
        var from: Stop
        var to: Stop
        var measured: MeasuredWay
    }

    private struct Chain: Encodable {
        var legs: [Leg]
        var km: Double
        var nmi: Double
    }
}
