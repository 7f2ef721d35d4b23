/// What a token looks like, told from its characters alone.
public struct TokenShape: OptionSet, Sendable, Hashable {
    /// One bit a property.
    public let rawValue: UInt16
    /// The properties whose bits are set.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// One space character follows, which belongs to no token.
    public static let followedBySpace = TokenShape(rawValue: 1 << 0)
    /// White space only.
    public static let space = TokenShape(rawValue: 1 << 1)
    /// Punctuation marks only.
    public static let punctuation = TokenShape(rawValue: 1 << 2)
    /// A number in digits or words.
    public static let likeNumber = TokenShape(rawValue: 1 << 3)
    /// Letters only.
    public static let alphabetic = TokenShape(rawValue: 1 << 4)
    /// Decimal digits only.
    public static let digits = TokenShape(rawValue: 1 << 5)
    /// The first character is an upper-case letter.
    public static let capitalised = TokenShape(rawValue: 1 << 6)
    /// Has cased letters, all upper case.
    public static let uppercase = TokenShape(rawValue: 1 << 7)
    /// A web address or an electronic mail address.
    public static let address = TokenShape(rawValue: 1 << 8)
}
