internal import Gazetteers

/// What a text says that bears on the choice of a port.
struct PortQuestion {
    /// The basins of the seas it names for the way; empty for any.
    var basins: Set<Int> = []
    /// What is shipped, as far as that has ports of its own.
    var cargoes: Harbour.Cargoes = []
    /// All places of the text.
    var toponyms: [ResolvedToponym] = []
}
