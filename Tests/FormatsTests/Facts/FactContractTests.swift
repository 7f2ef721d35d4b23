import Foundation
import Testing

@testable import Formats

/// The lists of facts held against what is published: the schema of `batch` and the table of fields.
@Suite("Facts and contracts")
struct FactContractTests {
    private static let schema = Tool.root.appending(path: "Data/Schema/batch.schema.json")
    private static let table = Tool.root.appending(path: "Data/Schema/fields.tsv")

    /// The keys of an object of the schema, followed into what it refers to; joined by slashes.
    private func paths(_ name: String, in definitions: [String: Any]) throws -> Set<String> {
        let definition = try #require(definitions[name] as? [String: Any])
        let properties = try #require(definition["properties"] as? [String: Any])
        var paths: Set<String> = []
        for (key, value) in properties {
            paths.insert(key)
            for inner in try inners(of: value, in: definitions) { paths.insert(key + "/" + inner) }
        }
        return paths
    }

    private func inners(of value: Any, in definitions: [String: Any]) throws -> Set<String> {
        guard let value = value as? [String: Any] else { return [] }
        if let reference = value["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            let target = definitions[name] as? [String: Any]
            return target?["properties"] == nil ? [] : try paths(name, in: definitions)
        }
        if let items = value["items"] { return try inners(of: items, in: definitions) }
        if let options = value["oneOf"] as? [Any] {
            return try options.reduce(into: []) {
                try $0.formUnion(inners(of: $1, in: definitions))
            }
        }
        guard let properties = value["properties"] as? [String: Any] else { return [] }
        return try properties.reduce(into: []) { keys, member in
            keys.insert(member.key)
            let deeper = try inners(of: member.value, in: definitions)
            keys.formUnion(deeper.map { member.key + "/" + $0 })
        }
    }

    @Test("What the contract tells is a fact, and what a fact says of the contract holds")
    func contract() throws {
        let object = try JSONText.parse(Data(contentsOf: Self.schema))
        let definitions = try #require(object["$defs"] as? [String: Any])
        // The words of a span and their offsets, and what another fact tells of the same.
        let spans: Set<String> = ["start", "end", "text"]
        func check<Subject>(
            _ facts: [Fact<Subject>], _ name: String, besides: Set<String>
        ) throws {
            let paths = try paths(name, in: definitions)
            let told = Set(facts.compactMap(\.path))
            #expect(told.isSubset(of: paths), "\(name): \(told.subtracting(paths))")
            let roots = Set(told.map { String($0.prefix { $0 != "/" }) })
            let keys = Set(paths.filter { !$0.contains("/") })
            let untold = keys.subtracting(roots).subtracting(besides)
            #expect(untold.isEmpty, "\(name): \(untold)")
        }
        try check(RouteFacts.all, "route", besides: [])
        try check(LegFacts.own, "leg", besides: ["from_place", "to_place"])
        try check(PlaceFacts.all, "toponym", besides: spans)
    }

    @Test("A line of `batch` has every fact of the contract")
    func line() throws {
        let object = try JSONText.parse(RouteMapJSON().bytes(of: Maps.complete, id: nil))
        func holds(_ value: Any?, _ path: ArraySlice<Substring>) -> Bool {
            if let list = value as? [Any], !path.isEmpty {
                return list.contains { holds($0, path) }
            }
            guard let key = path.first else { return value != nil && !(value is NSNull) }
            return holds((value as? [String: Any])?[String(key)], path.dropFirst())
        }
        func check<Subject>(_ facts: [Fact<Subject>], in objects: [[String: Any]]) {
            for path in facts.compactMap(\.path) {
                #expect(objects.contains { holds($0, path.split(separator: "/")[...]) }, "\(path)")
            }
        }
        let routes = try JSONText.objects(object["routes"])
        check(RouteFacts.all, in: routes)
        check(LegFacts.own, in: try JSONText.objects(routes[0]["legs"]))
        check(PlaceFacts.all, in: try JSONText.objects(object["toponyms"]))
    }

    @Test("A name or a column stands for one fact, and has a meaning")
    func names() {
        func check<Subject>(_ facts: [Fact<Subject>]) {
            #expect(Set(facts.map(\.name)).count == facts.count)
            // SQLite takes two columns that differ in case for one.
            #expect(Set(facts.map { $0.column.lowercased() }).count == facts.count)
            #expect(facts.allSatisfy { !$0.meaning.isEmpty && !$0.label.isEmpty })
        }
        check(RouteFacts.all)
        check(LegFacts.all)
        check(PlaceFacts.all)
    }

    /// With PERIPLUS_WRITE_GOLDEN set the table is written anew.
    @Test("The published table of fields tells them all")
    func published() throws {
        var lines = ["of\tname\tcolumn\tunit\tmeaning"]
        func add<Subject>(_ facts: [Fact<Subject>], of subject: String) {
            for fact in facts {
                lines.append(
                    [subject, fact.name, fact.column, fact.unit?.rawValue ?? "", fact.meaning]
                        .joined(separator: "\t"))
            }
        }
        add(RouteFacts.all, of: "route")
        add(LegFacts.own, of: "leg")
        add(PlaceFacts.all, of: "place")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["PERIPLUS_WRITE_GOLDEN"] != nil {
            try text.write(to: Self.table, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.table, encoding: .utf8) == text)
    }
}
