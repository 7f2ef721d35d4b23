/// How large a port is, and what it is a main port for.
public struct Harbour: Sendable, Hashable {
    /// How large it is.
    public var size: Size
    /// What it is a main port of its coast for; empty where only its size is known.
    public var cargoes: Cargoes

    /// A harbour of a size.
    public init(size: Size, cargoes: Cargoes = []) {
        self.size = size
        self.cargoes = cargoes
    }

    /// The size: up to `large` that of the World Port Index, above it what our own table says.
    public enum Size: UInt8, Sendable, Comparable, CaseIterable {
        case verySmall = 1
        case small
        case medium
        case large
        /// One of the ports that carry the trade of their coast.
        case main
        /// The first of these, which a broker would name for the country.
        case first

        /// The smaller one first.
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// Sorts of cargo that have ports of their own.
    public struct Cargoes: OptionSet, Sendable, Hashable {
        /// One bit a sort.
        public let rawValue: UInt8

        /// The sorts of a mask.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Containers, goods, vehicles: whatever has no terminal of its own.
        public static let general = Cargoes(rawValue: 1)
        /// Crude oil and oil products.
        public static let oil = Cargoes(rawValue: 2)
        /// Liquefied gas.
        public static let gas = Cargoes(rawValue: 4)
        /// Grain, oilseeds and other crops in bulk.
        public static let grain = Cargoes(rawValue: 8)
        /// Ores and metals in bulk.
        public static let ore = Cargoes(rawValue: 16)
        /// Coal.
        public static let coal = Cargoes(rawValue: 32)

        /// The sort of a word of the tables: "general", "oil"; nil for any other word.
        public init?(named word: some StringProtocol) {
            switch word {
            case "general": self = .general
            case "oil": self = .oil
            case "gas": self = .gas
            case "grain": self = .grain
            case "ore": self = .ore
            case "coal": self = .coal
            default: return nil
            }
        }
    }
}
