/// The names by which the columns of tables of shipments are known.
public struct ColumnNames: Sendable {
    /// What stands in a column.
    public enum Role: String, Sendable, CaseIterable, Hashable {
        case origin, via, destination, mode, cargo, quantity, vehicle, actor, date
    }

    /// The roles by name, in small letters with single blanks.
    private var roles: [String: Role] = [:]
    /// The modes that some names tell ("port of loading"): "sea", "air".
    private var modes: [String: String] = [:]
    /// The words of cells that tell a mode.
    private var ways: [String: String] = [:]

    /// No names at all.
    public init() {}

    /// Adds a name, and the mode it tells by itself.
    mutating func add(_ name: String, _ role: Role, mode: String?) {
        roles[Self.key(name)] = role
        modes[Self.key(name)] = mode
    }

    /// Adds what a caller says of one file: "origin=Shipper town,destination=Port".
    ///
    /// - Returns: nil where a piece is no role and name, with a sign of equality between them.
    public func adding(_ pairs: String) -> ColumnNames? {
        var names = self
        for pair in pairs.split(separator: ",") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { Self.key(String($0)) }
            guard sides.count == 2, let role = Role(rawValue: sides[0]), !sides[1].isEmpty else {
                return nil
            }
            // What is said by hand is the only column of its role.
            names.roles = names.roles.filter { $0.value != role }
            names.roles[sides[1]] = role
        }
        return names
    }

    /// The columns of a head whose names are known; of two of one role the first, save for via.
    func roles(of head: [String]) -> [Int: Role] {
        var found: [Int: Role] = [:]
        for (index, cell) in head.enumerated() {
            guard let role = roles[Self.key(cell)] else { continue }
            if role == .via || !found.values.contains(role) { found[index] = role }
        }
        return found
    }

    /// The mode that the names of a table's ends tell, where all that tell one agree.
    func mode(of head: [String]) -> String? {
        let told = Set(
            head.compactMap { cell -> String? in
                let role = roles[Self.key(cell)]
                return role == .origin || role == .destination ? modes[Self.key(cell)] : nil
            })
        return told.count == 1 ? told.first : nil
    }

    /// The mode that the words of a cell tell ("by sea", "Truck / ferry" the first), if any.
    func mode(ofCell cell: String) -> String? {
        let words = Self.key(cell).split(separator: " ")
        return words.lazy.compactMap { ways[String($0)] }.first
    }

    /// Adds a word of the cells that tell modes.
    mutating func addWay(_ word: String, mode: String) { ways[Self.key(word)] = mode }

    /// Small letters, and one blank for whatever stands between words.
    private static func key(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
