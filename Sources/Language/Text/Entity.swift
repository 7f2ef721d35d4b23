/// A named entity: a range of tokens with a type.
public struct Entity: Sendable, Hashable {
    /// The entity's tokens, as indices into `Analysis.tokens`; never empty.
    public let tokens: Range<Int>
    /// What kind of thing it names.
    public let type: EntityType

    /// An entity of some tokens.
    public init(tokens: Range<Int>, type: EntityType) {
        self.tokens = tokens
        self.type = type
    }

    func moved(by offset: Int) -> Entity {
        Entity(tokens: (tokens.lowerBound + offset)..<(tokens.upperBound + offset), type: type)
    }
}

/// A kind of named entity of the model's set; for English that of OntoNotes ("GPE", "ORG").
public struct EntityType: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
    /// The type as the model spells it.
    public let rawValue: String

    /// The type of that spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The type of that spelling.
    public init(stringLiteral value: String) { rawValue = value }
}

/// A token's part in the named entities (the "IOB" scheme).
public enum EntityTag: Sendable, Hashable {
    /// In no entity.
    case outside
    /// The first token of an entity.
    case begin(EntityType)
    /// A later token of an entity.
    case inside(EntityType)

    /// The entity's type, nil outside one.
    public var type: EntityType? {
        switch self {
        case .outside: nil
        case .begin(let type), .inside(let type): type
        }
    }
}
