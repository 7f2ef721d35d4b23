public import Geoparsing

/// All that a document states about movement.
public struct StatedMovements: Sendable {
    /// The movements, in the order of the text.
    public var movements: [Movement]
    /// The spatial claims, in the order of the text.
    public var claims: [StatedClaim]
    /// The mentions given, followed by those added here, of kind `description`.
    ///
    /// Added are places told only by distance and direction from another ("forty miles north of
    /// Bamako"). The indices of those given keep their meaning.
    public var mentions: [Mention]

    /// What a document states.
    public init(movements: [Movement], claims: [StatedClaim], mentions: [Mention]) {
        self.movements = movements
        self.claims = claims
        self.mentions = mentions
    }
}
