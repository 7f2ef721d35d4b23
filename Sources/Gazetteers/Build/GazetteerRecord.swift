/// A place with all its names: what a gazetteer is built from.
public struct GazetteerRecord: Sendable, Hashable {
    /// One name of the place.
    public struct Name: Sendable, Hashable {
        /// The name in its own spelling and script.
        public var text: String
        /// What the name is to the place.
        public var kind: NameKind
        /// Whether the name says too little alone; see `NameMatch.isDangerous`.
        public var isDangerous: Bool

        /// A name.
        public init(_ text: String, kind: NameKind = .alternate, isDangerous: Bool = false) {
            self.text = text
            self.kind = kind
            self.isDangerous = isDangerous
        }
    }

    /// The place.
    public var place: Place
    /// Its names beside `place.name`, which is always its primary one.
    public var names: [Name]

    /// A place with its names.
    public init(_ place: Place, names: [Name] = []) {
        self.place = place
        self.names = names
    }
}
