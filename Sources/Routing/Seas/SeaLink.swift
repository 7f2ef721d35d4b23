/// A way on water that the shores do not show as open: a canal, a narrow strait, a river.
struct SeaLink: Sendable, Hashable {
    /// What it is called: "Suez Canal".
    var name: String
    /// Whether ships use it unless told otherwise.
    var isOpen: Bool
    /// Its length in kilometres, where a source gives one; else that of its line.
    var kilometres: Double?
    /// Its line, from water to water.
    var line: [PackedPosition]
}

/// A line across a strait or off a cape, by which a course is known to pass it.
struct SeaGate: Sendable, Hashable {
    /// What it is called: "Bab el-Mandeb".
    var name: String
    /// From one shore to the other.
    var line: [PackedPosition]
}
