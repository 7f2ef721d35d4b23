public import Gazetteers
public import Movements

/// One thing that a person decided on what was read from a document, or from all documents.
public struct Correction: Sendable, Hashable {
    /// The SHA-256 of the only text it holds for, as 64 hexadecimal digits; nil for all.
    public var document: String?
    /// Where the words stand, in code points of the text; nil for a name wherever it stands.
    public var span: Range<Int>?
    /// The words.
    public var name: String?
    /// What was decided.
    public var deed: Deed

    /// What a person can decide.
    public enum Deed: Sendable, Hashable {
        /// The words mean a place of the gazetteer, or of one's own.
        case place(Place)
        /// The words name no place.
        case noPlace
        /// A movement between two mentions is none.
        case rejectRoute(Ends)
        /// A movement as it should be; `was` are the ends of the one it stands for, nil for a new one.
        case route(Statement, was: Ends?)
    }

    /// The ends of a movement: where their words stand, in code points.
    public struct Ends: Sendable, Hashable {
        /// Where it starts; nil where the text does not say.
        public var origin: Range<Int>?
        /// Where it goes; nil where the text does not say.
        public var destination: Range<Int>?
    }

    /// A movement as a person states it.
    public struct Statement: Sendable, Hashable {
        /// Its ends.
        public var ends: Ends
        /// By what way.
        public var mode: TransportMode
        /// How the text presents it.
        public var status: Movement.Status
    }
}

extension Correction {
    /// Whether it is about a document.
    func holds(for sha256: String) -> Bool { document == nil || document == sha256 }
}
