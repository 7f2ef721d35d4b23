public import Foundation
internal import GRDB

extension Project {
    /// A page of a collection, in the order in which its features were added.
    ///
    /// - Parameters:
    ///   - query: what is asked for.
    ///   - most: how many features on all pages are worth counting.
    /// - Returns: the page.
    /// - Throws: `ProjectError`; `.slow` where a filter takes too long.
    public func features(
        _ query: FeatureQuery, countingTo most: Int = 0
    ) throws(ProjectError) -> FeaturePage {
        try reading("finding features") { database in
            // Once for the page and the count: in a large project this is what takes its time.
            let few = try Self.hits(query, in: database)
            var numbers = try Self.numbers(query, few, limit: query.limit + 1, in: database)
            let hasMore = numbers.count > query.limit
            if hasMore { numbers.removeLast() }
            let statement = try database.cachedStatement(
                sql: "SELECT json FROM features WHERE number = ?")
            return FeaturePage(
                features: try numbers.compactMap {
                    try Data.fetchOne(statement, arguments: [$0])
                }, next: hasMore ? numbers.last : nil,
                matched: query.after == 0 && !hasMore
                    ? numbers.count : try Self.count(query, few, atMost: most, in: database))
        }
    }

    /// How many features a query finds on all its pages; nil where they are more than are worth counting.
    public func count(_ query: FeatureQuery, atMost most: Int) throws(ProjectError) -> Int? {
        try reading("counting features") { database in
            try Self.count(
                query, Self.hits(query, in: database), atMost: most, in: database)
        }
    }

    private static func count(
        _ query: FeatureQuery, _ few: [Int64]?, atMost most: Int, in database: Database
    ) throws -> Int? {
        // Else all features of the collection would have to be looked at.
        guard few != nil || query.boxes == nil && !query.asksForDays && query.filter == nil else {
            return nil
        }
        var all = query
        all.after = 0
        let count = try numbers(all, few, limit: most + 1, in: database).count
        return count > most ? nil : count
    }

    /// A feature by its id.
    public func feature(
        _ id: String, in collection: ProjectFeature.Collection
    ) throws(ProjectError) -> Data? {
        try reading("reading a feature") { database in
            try Data.fetchOne(
                database, sql: "SELECT json FROM features WHERE collection = ? AND id = ?",
                arguments: [collection.rawValue, id])
        }
    }

    /// The box around a collection, and its first and last day, where it has any.
    public func extent(
        of collection: ProjectFeature.Collection
    ) throws(ProjectError) -> (box: ProjectFeature.Box?, days: ClosedRange<String>?) {
        try reading("reading the extent") { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT min(west), min(south), max(east), max(north), min(first_day), max(last_day)
                    FROM features INDEXED BY features_found WHERE collection = ?
                    """, arguments: [collection.rawValue])
            guard let row else { return (nil, nil) }
            var box: ProjectFeature.Box?
            if let west: Double = row[0], let south: Double = row[1], let east: Double = row[2],
                let north: Double = row[3]
            {
                box = ProjectFeature.Box(west: west, south: south, east: east, north: north)
            }
            var days: ClosedRange<String>?
            if let first: String = row[4], let last: String = row[5], first <= last {
                days = first...last
            }
            return (box, days)
        }
    }

    /// So few hits of the boxes are taken as they are; more are likely to be met soon going through all.
    private static let fewHits = 2_000

    private static func numbers(
        _ query: FeatureQuery, _ few: [Int64]?, limit: Int, in database: Database
    ) throws -> [Int64] {
        // A sign before a column keeps its index from being used: a few features are read by their numbers, all in
        // the order of the index that holds what is asked for.
        let sign = few == nil ? "" : "+"
        var conditions = ["\(sign)collection = ?", "\(sign)number > ?"]
        var arguments: StatementArguments = [query.collection.rawValue, query.after]
        if let few {
            conditions.append("number IN (\(few.map(String.init).joined(separator: ",")))")
        }
        if let boxes = query.boxes {
            conditions.append(
                "("
                    + boxes.map { _ in "(west <= ? AND east >= ? AND south <= ? AND north >= ?)" }
                    .joined(separator: " OR ") + ")")
            for box in boxes { arguments += [box.east, box.west, box.north, box.south] }
        }
        if query.asksForDays { conditions.append("first_day IS NOT NULL") }
        if let first = query.firstDay {
            conditions.append("last_day >= ?")
            arguments += [first]
        }
        if let last = query.lastDay {
            conditions.append("first_day <= ?")
            arguments += [last]
        }
        if let document = query.document {
            conditions.append("document = (SELECT number FROM documents WHERE id = ?)")
            arguments += [document]
        }
        if let filter = query.filter {
            let sql = FilterSQL(filter.expression)
            database.add(function: FilterSQL.clock(longest))
            database.add(function: sql.meeting)
            conditions.append("in_time()")
            conditions.append(sql.condition)
            arguments += sql.arguments
        }
        arguments += [limit]
        let way = few == nil && query.document == nil ? "INDEXED BY features_found" : ""
        return try Int64.fetchAll(
            database,
            sql: """
                SELECT number FROM features \(way)
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY number LIMIT ?
                """, arguments: arguments)
    }

    /// What a filter may take.
    private static let longest = Duration.seconds(3)

    /// The features whose boxes meet those asked for; nil where they are many, or none are asked for.
    private static func hits(_ query: FeatureQuery, in database: Database) throws -> [Int64]? {
        guard let boxes = query.boxes ?? query.filter?.boxes else { return nil }
        var hits: [Int64] = []
        for box in boxes {
            hits += try Int64.fetchAll(
                database,
                sql: """
                    SELECT number FROM \(ProjectSchema.table(of: query.collection))
                    WHERE west <= ? AND east >= ? AND south <= ? AND north >= ? LIMIT ?
                    """,
                arguments: [box.east, box.west, box.north, box.south, fewHits + 1])
            if hits.count > fewHits { return nil }
        }
        return hits
    }

    static func insert(
        _ features: [ProjectFeature], of document: Int64, in database: Database
    ) throws {
        let feature = try database.cachedStatement(
            sql: """
                INSERT INTO features
                (document, collection, id, west, south, east, north, first_day, last_day, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for item in features {
            try feature.execute(arguments: [
                document, item.collection.rawValue, item.id, item.box?.west, item.box?.south,
                item.box?.east, item.box?.north, item.days?.lowerBound, item.days?.upperBound,
                item.json,
            ])
            guard let frame = item.box else { continue }
            try database.cachedStatement(
                sql:
                    "INSERT INTO \(ProjectSchema.table(of: item.collection)) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [
                database.lastInsertedRowID, frame.west, frame.east, frame.south, frame.north,
            ])
        }
    }

    static func removeFeatures(of document: Int64, from database: Database) throws {
        for collection in ProjectFeature.Collection.allCases {
            try database.execute(
                sql: """
                    DELETE FROM \(ProjectSchema.table(of: collection))
                    WHERE number IN (SELECT number FROM features WHERE document = ? AND collection = ?)
                    """, arguments: [document, collection.rawValue])
        }
        try database.execute(sql: "DELETE FROM features WHERE document = ?", arguments: [document])
    }
}
