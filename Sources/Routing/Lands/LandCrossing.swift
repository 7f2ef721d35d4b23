/// A bridge, tunnel or causeway by which a way over land gets to another shore.
struct LandCrossing: Sendable, Hashable {
    /// What it is called: "Channel Tunnel".
    var name: String
    /// Its line, from land to land.
    var line: [PackedPosition]
}
