/// A way on water that the shores do not show as open: a canal, a narrow strait, a river.
struct SeaLink: Sendable, Hashable {
    /// What it is called: "Suez Canal".
    var name: String
    /// Whether ships use it unless told otherwise.
    var isOpen: Bool
    /// What it is: "canal", "strait", "river", "waterway", "lane", "ice".
    var kind = ""
    /// What it is called beside its name.
    var aliases: [String] = []
    /// The day it was opened to ships, as ISO 8601; nil for what was always there.
    var opened: String?
    /// The times it was shut, first and last day as ISO 8601.
    var shut: [ClosedRange<String>] = []
    /// The largest ships that fit: 1 coasters, 2 up to 235 m, 3 Neopanamax, 4 all; nil for all.
    var fits: Int?
    /// The passages that a course which takes this one by name does not take.
    var instead: [String] = []
    /// Its length in kilometres, where a source gives one; else that of its line.
    var kilometres: Double?
    /// Its line, from water to water.
    var line: [PackedPosition]
}

extension SeaLink {
    /// Whether it crosses a bound of the ice, for courses that begin or end beyond it.
    var isIceBound: Bool { kind == "ice" }

    /// Whether it leads inland: a river or a canal.
    var isInland: Bool { isRiver || kind == "canal" }

    /// Whether it is a river, or a chain of waterways, of which a journey may take any part.
    var isRiver: Bool { kind == "river" || kind == "waterway" }

    /// Whether ships could use it on a day, as ISO 8601.
    func isNavigable(on day: String) -> Bool {
        if let opened, day < opened { return false }
        return !shut.contains { $0.contains(day) }
    }
}

/// A line across a strait or off a cape, by which a course is known to pass it.
struct SeaGate: Sendable, Hashable {
    /// What it is called: "Bab el-Mandeb".
    var name: String
    /// What it is called beside its name.
    var aliases: [String] = []
    /// Whether a course that crosses it is told to pass it; some are there to be closed alone.
    var isTold = true
    /// The passages that a course which crosses it by name does not take: Panama for Cape Horn.
    var instead: [String] = []
    /// From one shore to the other.
    var line: [PackedPosition]
}
