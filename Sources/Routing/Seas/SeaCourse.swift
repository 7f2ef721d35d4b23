/// A shortest course over the graph.
struct SeaCourse: Sendable {
    /// The end it begins at.
    var start: SeaEnd
    /// The one it ends at.
    var end: SeaEnd
    /// The nodes between, in order.
    var nodes: [Int32]
    /// The links it goes through, in order.
    var links: [Int]
    /// What the search made of it, in metres: its length, with far gaps weighed.
    var cost: Double
}
