/// Words that say what a place is and may be left out of its name: Port, Bandar-e, Oblast.
public struct GenericWords: Sendable, Hashable {
    /// One generic word or phrase.
    public struct Entry: Sendable, Hashable {
        /// The folded word or phrase.
        public var folded: [UInt8]
        /// Whether it stands before the name; otherwise it follows.
        public var leads: Bool
        /// The kinds of place whose names lose it.
        public var kinds: Set<PlaceKind>

        /// A generic word.
        public init(_ text: String, leads: Bool, kinds: Set<PlaceKind>) {
            folded = NameFolding.bytes(text)
            self.leads = leads
            self.kinds = kinds
        }
    }

    private var leading: [PlaceKind: [[UInt8]]] = [:]
    private var following: [PlaceKind: [[UInt8]]] = [:]

    /// Words from entries; longer phrases are tried first.
    public init(_ entries: [Entry]) {
        for entry in entries {
            for kind in entry.kinds {
                if entry.leads {
                    leading[kind, default: []].append(entry.folded + [0x20])
                } else {
                    following[kind, default: []].append([0x20] + entry.folded)
                }
            }
        }
        leading = leading.mapValues { $0.sorted(by: Self.longerFirst) }
        following = following.mapValues { $0.sorted(by: Self.longerFirst) }
    }

    /// No generic words.
    public static let none = GenericWords([])

    /// The fewest letters (bytes) that must remain of a name.
    private static let shortestRemainder = 4

    /// The folded name without its generic words, or nil when it has none or too little remains.
    func stripped(_ folded: ArraySlice<UInt8>, kind: PlaceKind) -> ArraySlice<UInt8>? {
        var rest = folded
        if let word = leading[kind]?.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(word.count)
        }
        if let word = following[kind]?.first(where: { rest.reversed().starts(with: $0.reversed()) })
        {
            rest = rest.dropLast(word.count)
        }
        return rest.count < folded.count && rest.count >= Self.shortestRemainder ? rest : nil
    }

    private static func longerFirst(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
    }
}
