internal import Gazetteers

/// The ports that an area which ships go to or leave may mean.
struct PortCandidates {
    /// Those to choose from.
    var likely: [Place]
    /// All that are plausible, the likely ones among them.
    var plausible: [Place]
    /// Whether the text itself names them.
    var areNamed = false
}
