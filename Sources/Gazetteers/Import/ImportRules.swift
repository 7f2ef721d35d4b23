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
                    let kinds: String = row[2]
                    generics.append(
                        GenericWords.Entry(
                            row[0], leads: row[1],
                            kinds: Set(
                                kinds.split(separator: ",").compactMap {
                                    PlaceKind(rawValue: String($0))
                                }), replacement: row[3]))
                }
                let names = try Row.fetchCursor(database, sql: "SELECT name, listed FROM danger")
                while let row = try names.next() {
                    let name: String = row[0]
                    if row[1] as Bool {
                        dangers.listed.insert(Array(name.utf8))
                    } else {
                        dangers.words.insert(Array(name.utf8))
                    }
                }
                let codes = try Row.fetchCursor(
                    database, sql: "SELECT code, kind, rank FROM feature")
                while let row = try codes.next() {
                    guard let kind = PlaceKind(rawValue: row[1]) else { continue }
                    features.add(row[0], kind: kind, rank: row[2])
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
