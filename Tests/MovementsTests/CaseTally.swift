import Documents
import Foundation
import Geoparsing

@testable import Movements

/// How the whole room does on the sentences of `Cases`.
struct CaseTally: Sendable {
    /// How many of some things are right, and which are not.
    struct Count: Sendable, CustomStringConvertible {
        private(set) var right = 0
        private(set) var misses: [String] = []

        var total: Int { right + misses.count }
        var share: Double { Double(right) / Double(max(total, 1)) }

        mutating func add(_ isRight: Bool, _ text: @autoclosure () -> String) {
            if isRight { right += 1 } else { misses.append(text()) }
        }

        var description: String {
            "\(right) of \(total) right; not:\n" + misses.map { "  \($0)\n" }.joined()
        }
    }

    /// Movements expected that are found, by both ends.
    var found = Count()
    /// Movements given that are expected.
    var surplus = Count()
    /// Texts that state none and get none.
    var none = Count()
    /// Of those found: the mode, status and cargo, where the case tells them, and the places passed, where
    /// there are some.
    var mode = Count()
    var status = Count()
    var cargo = Count()
    var via = Count()

    private static let result = Result { try CaseTally() }

    /// The one that all tests share.
    static func shared() throws -> CaseTally { try result.get() }

    private init() throws {
        let reader = try Reader.shared()
        for file in MovementCase.files {
            for example in try MovementCase.all(in: file) {
                let (stated, document) =
                    file == "messages"
                    ? reader.readMessage(example.text, example.mentions)
                    : reader.read(example.text, example.mentions)
                add(stated.movements.map { $0.cells(example.mentions, document) }, example)
            }
        }
    }

    private mutating func add(_ given: [[String]], _ example: MovementCase) {
        if example.expected.isEmpty {
            none.add(given.isEmpty, "\(example.text) | \(given.map { $0[0] })")
            return
        }
        var rest = given
        for expected in example.expected {
            // Two ways with the same ends differ by what they pass.
            let same = rest.indices.filter {
                Self.ends(rest[$0][0]) == Self.ends(expected.cells[0])
            }
            let place = same.first { rest[$0][0] == expected.cells[0] } ?? same.first
            found.add(place != nil, "\(expected.cells[0]): \(example.text)")
            guard let place else { continue }
            add(rest.remove(at: place), expected, example)
        }
        surplus.add(given: given.count, rest, example)
    }

    private mutating func add(
        _ cells: [String], _ expected: ExpectedMovement, _ example: MovementCase
    ) {
        func told(_ cell: Int) -> String? {
            cell < expected.cells.count && expected.cells[cell] != "?" ? expected.cells[cell] : nil
        }
        func miss(_ cell: Int) -> String { "\(cells[cell]): \(example.text)" }
        // A dash in the cell of the cargo is that of the rules, which know of no cargo but a theme.
        if let wanted = told(1) { mode.add(cells[1] == wanted, miss(1)) }
        if let wanted = told(2), wanted != "-" { cargo.add(cells[2].contains(wanted), miss(2)) }
        if let wanted = told(3) { status.add(cells[3] == wanted, miss(3)) }
        if !expected.cells[0].contains("[]") {
            via.add(Self.passed(cells[0]) == Self.passed(expected.cells[0]), miss(0))
        }
    }

    /// Origin and destination of "Odesa -> [Izmir] -> Varna".
    private static func ends(_ stops: String) -> [String] {
        let parts = stops.components(separatedBy: " -> ")
        return [parts[0], parts[parts.count - 1]]
    }

    /// What is passed, in whatever order.
    private static func passed(_ stops: String) -> Set<String> {
        let list = stops.components(separatedBy: " -> ")[1].dropFirst().dropLast()
        return Set(String(list).components(separatedBy: ", "))
    }
}

extension CaseTally.Count {
    /// Counts the movements given, of which some were not expected.
    fileprivate mutating func add(given: Int, _ rest: [[String]], _ example: MovementCase) {
        for _ in 0..<(given - rest.count) { add(true, "") }
        for cells in rest { add(false, "\(cells[0]): \(example.text)") }
    }
}
