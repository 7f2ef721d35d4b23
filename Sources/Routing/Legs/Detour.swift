internal import Geodesy

/// How much longer than the straight line ways over land are.
///
/// Circuity is about 1.2 in road networks (Newell 1980; 1.21 to 1.23 in O'Sullivan and Morrall 1996);
/// Boston - Dallas by road is 1.15 x the geodesic. Beyond 1.05 to 1.5 lie few pairs without a sea
/// or a mountain range between.
enum Detour {
    /// The best single factor, without unit.
    static let point = 1.2
    /// The interval of factors, without unit.
    static let interval = 1.05...1.5

    /// The interval the length of a way lies in.
    static func range(of length: Distance) -> ClosedRange<Distance> {
        Distance(
            metres: interval.lowerBound * length.metres)...Distance(
                metres: interval.upperBound * length.metres)
    }

    /// The best estimate of the length of a way.
    static func estimate(of length: Distance) -> Distance {
        Distance(metres: point * length.metres)
    }
}
