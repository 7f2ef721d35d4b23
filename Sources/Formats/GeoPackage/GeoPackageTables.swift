internal import Foundation
internal import GRDB
internal import Geodesy

/// Adds tables to a GeoPackage and registers them.
struct GeoPackageTables {
    let database: Database
    /// The time of last change of every table: the documents' date, so that equal maps give equal files.
    let change: String

    init(database: Database, change: String?) {
        self.database = database
        self.change = change ?? "1970-01-01T00:00:00.000Z"
    }

    /// A table open for rows, with the box of the geometries so far.
    struct Table {
        let name: String
        let hasGeometry: Bool
        fileprivate let statement: Statement
        fileprivate var box: (west: Double, south: Double, east: Double, north: Double)?
    }

    /// Makes a table; with a geometry type ("POINT") it is a layer, else a table of attributes.
    func create(_ name: String, _ fields: [Field], geometry: String? = nil) throws -> Table {
        var columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
        if let geometry { columns.append("geom \(geometry)") }
        columns += fields.map { "\"\($0.name)\" \(Self.type($0.kind))" }
        try database.execute(sql: "CREATE TABLE \"\(name)\" (\(columns.joined(separator: ", ")))")
        let names = (geometry == nil ? [] : ["geom"]) + fields.map { "\"\($0.name)\"" }
        let marks = [String](repeating: "?", count: names.count).joined(separator: ", ")
        let statement = try database.makeStatement(
            sql: "INSERT INTO \"\(name)\" (\(names.joined(separator: ", "))) VALUES (\(marks))")
        return Table(name: name, hasGeometry: geometry != nil, statement: statement)
    }

    /// Adds a row; the positions are those of its geometry.
    func insert(
        _ values: [FieldValue], geometry: Data? = nil, positions: [Coordinate] = [],
        into table: inout Table
    ) throws {
        var arguments: [(any DatabaseValueConvertible)?] = table.hasGeometry ? [geometry] : []
        arguments += values.map(Self.value)
        table.statement.setUncheckedArguments(StatementArguments(arguments))
        try table.statement.execute()
        for position in positions {
            let box = table.box ?? (.infinity, .infinity, -.infinity, -.infinity)
            table.box = (
                min(box.west, position.longitude), min(box.south, position.latitude),
                max(box.east, position.longitude), max(box.north, position.latitude)
            )
        }
    }

    /// Registers a filled table.
    func finish(_ table: Table, geometry: String? = nil, description: String) throws {
        try database.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                table.name, geometry == nil ? "attributes" : "features", table.name, description,
                change, table.box?.west, table.box?.south, table.box?.east, table.box?.north,
                geometry == nil ? nil : 4326,
            ])
        guard let geometry else { return }
        try database.execute(
            sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
            arguments: [table.name, geometry])
    }

    private static func type(_ kind: Field.Kind) -> String {
        switch kind {
        case .text: "TEXT"
        case .integer: "INTEGER"
        case .real: "REAL"
        case .flag: "BOOLEAN"
        case .day: "DATE"
        }
    }

    private static func value(_ value: FieldValue) -> (any DatabaseValueConvertible)? {
        switch value.cell {
        case .none, .list, .spans: nil
        case .text(let text): text
        case .integer(let value): value
        case .real(let value, _): value.isFinite ? value : nil
        case .flag(let value): value
        }
    }
}
