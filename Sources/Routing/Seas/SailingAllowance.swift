internal import Geodesy

/// What is added to the length of a drawn course to estimate the length sailed.
///
/// A drawn course hugs headlands and begins at the shore; ships keep off and thread harbours. The three
/// figures were fitted to the distances of NGA Pub. 151 (11th edition, 2001) between one half of its
/// ports (see Data/README.md).
enum SailingAllowance {
    /// For the approaches at both ends together.
    static let approach = Distance(nauticalMiles: 0)
    /// For each headland the course bends around.
    static let headland = Distance(nauticalMiles: 1.4)
    /// On the whole length, without unit.
    static let factor = 1.003

    /// The estimated length sailed of a drawn length that bends a number of times.
    static func sailing(drawn: Distance, bends: Int) -> Distance {
        Distance(
            metres: approach.metres + headland.metres * Double(bends) + factor * drawn.metres)
    }
}
