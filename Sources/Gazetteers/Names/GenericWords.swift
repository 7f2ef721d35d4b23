/// Words that say what a place is and may be left out of its name (Port, Bandar-e, Oblast) or be
/// written otherwise (Mount, Mt.).
public struct GenericWords: Sendable, Hashable {
    /// One generic word or phrase.
    public struct Entry: Sendable, Hashable {
        /// The folded word or phrase.
        public var folded: [UInt8]
        /// Whether it stands before the name; otherwise it follows.
        public var leads: Bool
        /// The kinds of place whose names lose it.
        public var kinds: Set<PlaceKind>
        /// The folded word that may stand in its place; empty when it is just left out.
        public var replacement: [UInt8]

        /// A generic word.
        public init(
            _ text: String, leads: Bool, kinds: Set<PlaceKind>, replacement: String = ""
        ) {
            folded = NameFolding.bytes(text)
            self.leads = leads
            self.kinds = kinds
            self.replacement = NameFolding.bytes(replacement)
        }
    }

    private var leading: [PlaceKind: [[UInt8]]] = [:]
    private var following: [PlaceKind: [[UInt8]]] = [:]
    private var rewritten: [PlaceKind: [Entry]] = [:]
    private let unfit: Set<[UInt8]>

    /// Words from entries; longer phrases are tried first.
    ///
    /// What is left of a name must not be one of the `unfit` folded words: Port Said is not Said.
    public init(_ entries: [Entry], unfit: Set<[UInt8]> = []) {
        self.unfit = unfit
        for entry in entries {
            for kind in entry.kinds {
                if !entry.replacement.isEmpty {
                    rewritten[kind, default: []].append(entry)
                } else if entry.leads {
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

    /// The other forms of a folded name: without its generic words, and with each word replaced.
    func variants(of folded: ArraySlice<UInt8>, kind: PlaceKind) -> [[UInt8]] {
        var variants: [[UInt8]] = []
        if let stripped = stripped(folded, kind: kind) { variants.append(stripped) }
        for entry in rewritten[kind] ?? [] {
            if entry.leads, folded.starts(with: entry.folded + [0x20]) {
                variants.append(entry.replacement + folded.dropFirst(entry.folded.count))
            } else if !entry.leads, Self.ends(folded, with: [0x20] + entry.folded) {
                variants.append(folded.dropLast(entry.folded.count) + entry.replacement)
            }
        }
        return variants
    }

    private func stripped(_ folded: ArraySlice<UInt8>, kind: PlaceKind) -> [UInt8]? {
        var rest = folded
        if let word = leading[kind]?.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(word.count)
        }
        if let word = following[kind]?.first(where: { Self.ends(rest, with: $0) }) {
            rest = rest.dropLast(word.count)
        }
        guard rest.count < folded.count, rest.count >= Self.shortestRemainder else { return nil }
        let stripped = Array(rest)
        return unfit.contains(stripped) ? nil : stripped
    }

    private static func ends(_ bytes: ArraySlice<UInt8>, with end: [UInt8]) -> Bool {
        bytes.count >= end.count && bytes.suffix(end.count).elementsEqual(end)
    }

    private static func longerFirst(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
    }
}
