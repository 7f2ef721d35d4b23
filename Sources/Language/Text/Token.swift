/// A word, number, mark or run of white space in a text.
public struct Token: Sendable, Hashable {
    let start: Int32
    let end: Int32
    /// What the token looks like.
    public private(set) var shape: TokenShape
    /// One more than the index of the norm that the tokeniser's rules give it; 0 for the usual one.
    let norm: UInt16

    /// A token at a place in the text's UTF-8, below 2^31.
    public init(utf8Range: Range<Int>, shape: TokenShape = []) {
        start = Int32(clamping: utf8Range.lowerBound)
        end = Int32(clamping: utf8Range.upperBound)
        self.shape = shape
        norm = 0
    }

    init(start: Int, end: Int, shape: TokenShape, norm: UInt16) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.shape = shape
        self.norm = norm
    }

    mutating func markFollowedBySpace() { shape.insert(.followedBySpace) }

    /// Where the token stands in the text's UTF-8.
    public var utf8Range: Range<Int> { Int(start)..<Int(end) }
    /// Whether one space character follows, which belongs to no token.
    public var isFollowedBySpace: Bool { shape.contains(.followedBySpace) }
    /// Whether the token is white space: a line break, a second space, a tab.
    public var isSpace: Bool { shape.contains(.space) }
    /// Whether the token is made of punctuation marks only.
    public var isPunctuation: Bool { shape.contains(.punctuation) }
    /// Whether the token is a number in digits or words ("12", "1,000", "3/4", "seven").
    public var isLikeNumber: Bool { shape.contains(.likeNumber) }
    /// Whether the token is made of letters only.
    public var isAlphabetic: Bool { shape.contains(.alphabetic) }
    /// Whether the token is made of decimal digits only.
    public var isDigits: Bool { shape.contains(.digits) }
    /// Whether the first character is an upper-case letter.
    public var isCapitalised: Bool { shape.contains(.capitalised) }
    /// Whether the token has letters with case and all of them are upper case.
    public var isUppercase: Bool { shape.contains(.uppercase) }
}
