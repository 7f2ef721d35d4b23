/// The number by which a ship or aircraft is registered, as the text gives it.
public struct VehicleIdentifier: Sendable, Hashable {
    /// What sort of number it is.
    public var kind: Kind
    /// The number alone: "9074729", "EP-GOQ", "DDG-51".
    public var value: String
    /// Whether it can be a number of its kind: length, alphabet and, for the IMO number, the check
    /// digit.
    public var isValid: Bool
    /// The words that give it, in UTF-8 bytes of the text.
    public var utf8Range: Range<Int>

    /// An identifier from its parts.
    public init(kind: Kind, value: String, isValid: Bool, utf8Range: Range<Int>) {
        self.kind = kind
        self.value = value
        self.isValid = isValid
        self.utf8Range = utf8Range
    }

    /// The registers that such numbers come from.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// The ship number of the International Maritime Organization, seven digits.
        case imo
        /// The Maritime Mobile Service Identity, nine digits.
        case mmsi
        /// A naval hull number: "DDG-51".
        case hull
        /// An aircraft's registration: "EP-GOQ", "N628TS".
        case tail

        /// Whether a number can be one of this kind.
        func accepts(_ value: String) -> Bool {
            let characters = Array(value.utf8)
            let digits = characters.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
            switch self {
            case .imo:
                // IMO resolution A.1117(30): the digits times 7 to 2 add up to the last in their last.
                guard characters.count == 7, digits.count == 7 else { return false }
                let sum = zip(digits, stride(from: 7, to: 1, by: -1)).reduce(0) {
                    $0 + $1.0 * $1.1
                }
                return sum % 10 == digits[6]
            case .mmsi:
                // ITU-R M.585: ships begin with a country's three digits, 201 to 775.
                guard characters.count == 9, digits.count == 9 else { return false }
                return (201...775).contains(digits[0] * 100 + digits[1] * 10 + digits[2])
            case .hull:
                return !digits.isEmpty && digits.count <= 4
            case .tail:
                // ICAO Annex 7: nationality mark, hyphen and up to five; the United States' has none.
                if characters.first == UInt8(ascii: "N"), !value.contains("-") {
                    return !digits.isEmpty && characters.count <= 6
                }
                let parts = value.split(separator: "-", omittingEmptySubsequences: false)
                return parts.count == 2 && (1...2).contains(parts[0].count)
                    && (2...5).contains(parts[1].count)
            }
        }
    }
}
