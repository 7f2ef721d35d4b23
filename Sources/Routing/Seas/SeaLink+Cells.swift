/// The cells of the tables beside name and line; the graph's file keeps them under the same names.
extension SeaLink {
    /// What is kept of a link, by column.
    var cells: [String: String] {
        [
            "kind": kind, "aliases": aliases.joined(separator: "|"), "opened": opened ?? "",
            "shut": shut.map { "\($0.lowerBound)/\($0.upperBound)" }.joined(separator: "|"),
            "fits": fits.map(String.init) ?? "", "instead": instead.joined(separator: "|"),
        ]
    }

    /// Takes the cells of a row; what is missing stays as it is.
    mutating func read(_ cells: [String: String]) {
        kind = cells["kind"] ?? kind
        aliases = Self.list(cells["aliases"])
        opened = cells["opened"].flatMap { $0.isEmpty ? nil : $0 }
        shut = Self.list(cells["shut"]).compactMap { text in
            let days = text.split(separator: "/").map(String.init)
            guard days.count == 2, days[0] <= days[1] else { return nil }
            return days[0]...days[1]
        }
        fits = cells["fits"].flatMap(Int.init)
        instead = Self.list(cells["instead"])
    }

    fileprivate static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: "|").map(String.init)
    }
}

extension SeaGate {
    /// What is kept of a gate, by column.
    var cells: [String: String] {
        [
            "aliases": aliases.joined(separator: "|"), "told": isTold ? "" : "no",
            "instead": instead.joined(separator: "|"),
        ]
    }

    /// Takes the cells of a row; what is missing stays as it is.
    mutating func read(_ cells: [String: String]) {
        aliases = SeaLink.list(cells["aliases"])
        isTold = cells["told"] != "no"
        instead = SeaLink.list(cells["instead"])
    }
}
