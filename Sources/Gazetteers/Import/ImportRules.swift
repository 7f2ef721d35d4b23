internal import Foundation
internal import GRDB

/// The rules that an import takes from the gazetteer it adds to: generic words, dangers, features.
struct ImportRules: Sendable {
    var generics: GenericWords
    var dangers: DangerousNames
    var features: FeatureTable
    var surroundings: Surroundings

    /// Reads the rules from the database of a gazetteer.
    init(database url: URL) throws(GazetteerError) {
        surroundings = Surroundings(try GazetteerFiles(database: url).openBundle())
        var generics: [GenericWords.Entry] = []
        var dangers = DangerousNames()
        var features = FeatureTable()
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: url.path, configuration: configuration)
            try queue.read { database in
                let words = try Row.fetchCursor(
                    database, sql: "SELECT word, leads, kinds, replacement FROM generic")
                while let row = try words.next() {
                    let kinds: String = try row.value(at: 2)
                    generics.append(
                        GenericWords.Entry(
                            try row.value(at: 0), leads: try row.value(at: 1),
                            kinds: Set(
                                kinds.split(separator: ",").compactMap {
                                    PlaceKind(rawValue: String($0))
                                }), replacement: try row.value(at: 3)))
                }
                let names = try Row.fetchCursor(database, sql: "SELECT name, listed FROM danger")
                while let row = try names.next() {
                    let name: String = try row.value(at: 0)
                    if try row.value(at: 1) as Bool {
                        dangers.listed.insert(Array(name.utf8))
                    } else {
                        dangers.words.insert(Array(name.utf8))
                    }
                }
                let codes = try Row.fetchCursor(
                    database, sql: "SELECT code, kind, rank FROM feature")
                while let row = try codes.next() {
                    guard let kind = PlaceKind(rawValue: try row.value(at: 1)) else {
                        continue
                    }
                    features.add(
                        try row.value(at: 0), kind: kind, rank: try row.valueIfAny(at: 2))
                }
            }
            try queue.close()
        } catch {
            throw .damaged(path: url.path, what: "its rules cannot be read: \(error)")
        }
        self.generics = GenericWords(generics, unfit: dangers.words)
        self.dangers = dangers
        self.features = features
    }

    /// Ranks a record, tells its surroundings and marks its dangerous names.
    func finish(_ record: inout GazetteerRecord) {
        if record.place.rank == 0 { record.place.rank = PlaceRank.rank(of: record.place) }
        surroundings.complete(&record.place)
        let place = record.place
        for index in record.names.indices {
            record.names[index].isDangerous = dangers.contains(
                record.names[index].text, kind: record.names[index].kind, of: place)
        }
        if dangers.contains(place.name, kind: .primary, of: place) {
            record.names.append(.init(place.name, kind: .primary, isDangerous: true))
        }
    }
}

/// A value of a table is not of the type its column has: another program, or the disk, has written there.
private struct UnexpectedValue: Error, CustomStringConvertible {
    let column: Int
    var description: String { "column \(column + 1) has no such value" }
}

extension Row {
    /// A value of a damaged file is an error; GRDB's own access by type ends the program.
    fileprivate func value<Value: DatabaseValueConvertible>(at index: Int) throws -> Value {
        guard let value = Value.fromDatabaseValue(self[index] as DatabaseValue) else {
            throw UnexpectedValue(column: index)
        }
        return value
    }

    /// The same where there may be none.
    fileprivate func valueIfAny<Value: DatabaseValueConvertible>(
        at index: Int
    ) throws -> Value? {
        let stored: DatabaseValue = self[index]
        if stored.isNull { return nil }
        return try value(at: index)
    }
}
