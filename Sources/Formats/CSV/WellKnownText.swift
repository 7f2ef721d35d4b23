internal import Geodesy

/// Geometries in well-known text, longitude first.
enum WellKnownText {
    /// Lines as a LINESTRING or a MULTILINESTRING; nil when there is none.
    static func lines(_ lines: [LineString]) -> String? {
        let lines = lines.filter { $0.coordinates.count > 1 }
        guard let first = lines.first else { return nil }
        if lines.count == 1 { return "LINESTRING (\(positions(first)))" }
        return "MULTILINESTRING ("
            + lines.map { "(\(positions($0)))" }.joined(separator: ", ") + ")"
    }

    private static func positions(_ line: LineString) -> String {
        line.coordinates.map {
            DecimalText.string($0.longitude, decimals: 6) + " "
                + DecimalText.string($0.latitude, decimals: 6)
        }.joined(separator: ", ")
    }
}
