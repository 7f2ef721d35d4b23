/// The form of the index file that holds what the hot path reads, mapped into memory.
///
/// Little-endian. A header of 256 bytes: the magic, the layout version (u32), the number of sections
/// (u32), the file length (u64), the digest (u64), the SQLite change counter (u32), reserved (u32), a
/// checksum of the table of sections (u64), then that table: offset and length (u64 each) a section.
enum IndexLayout {
    static let version = 3
    static let magic: [UInt8] = Array("PERIPLUX".utf8)
    static let headerSize = 512
    static let tableOffset = 64

    /// The sections, in file order.
    enum Section: Int, CaseIterable {
        /// The metadata as JSON.
        case metadata
        /// UTF-8 of names and identifiers, referred to by offset and length.
        case strings
        /// Codes (divisions, features): u32 offsets, one more than codes; code 0 is none.
        case codeOffsets
        case codes
        /// Places, `PlaceRecord.size` bytes each.
        case places
        /// Names, grouped by place, `NameRecord.size` bytes each.
        case names
        /// Folded names, sorted by their bytes: u32 offsets, one more than keys.
        case keyOffsets
        case keys
        /// u32 offsets into the postings, one more than keys.
        case postingOffsets
        /// u32: a name; the top bit tells that a generic word was taken off.
        case postings
        /// u64 slots: the upper half of the hash, and the key plus 1.
        case keySlots
        /// A blocked Bloom filter over the beginnings of names of several tokens.
        case beginnings
        /// u32 slots: a place plus 1, by the hash of its identifier.
        case idSlots
        /// u32 offsets of the cells of one degree, row by row from the south-west, and their places.
        case cellOffsets
        case cellPlaces
        /// Shapes: place, offset, length (u32 each), sorted by place; then `ShapeCoding` bytes.
        case shapeTable
        case shapes
    }
}

/// The offsets within a place's record.
enum PlaceRecord {
    static let size = 108
    static let idOffset = 0
    static let nameOffset = 4
    static let idLength = 8
    static let nameLength = 10
    static let kind = 12
    static let rank = 13
    static let flags = 14
    static let source = 15
    static let latitude = 16
    static let longitude = 20
    static let population = 24
    static let country = 28
    static let feature = 30
    static let admin1 = 32
    static let admin2 = 36
    static let extent = 40
    static let radius = 56
    static let sea = 60
    static let basin = 64
    static let landmass = 68
    static let port = 72
    static let portDistance = 76
    static let airport = 80
    static let airportDistance = 84
    static let firstName = 88
    static let nameCount = 92
    /// Two i32, as the position's; `noDisplay` in the first where there is none.
    static let display = 96
    /// `Harbour.Size`, 0 for none, and `Harbour.Cargoes`; two bytes are kept free behind them.
    static let harbourSize = 104
    static let harbourCargoes = 105
    static let noDisplay = Int32.min
    /// In `port` and `airport`: the rest is the code of an identifier, since the place is of another index.
    static let elsewhere: UInt32 = 0x8000_0000

    /// What a record holds beside the obligatory fields.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let capital = Flags(rawValue: 1)
        static let extent = Flags(rawValue: 2)
        static let radius = Flags(rawValue: 4)
        static let sea = Flags(rawValue: 8)
        static let basin = Flags(rawValue: 16)
        static let landmass = Flags(rawValue: 32)
        static let port = Flags(rawValue: 64)
        static let airport = Flags(rawValue: 128)
    }
}

/// The offsets within a name's record.
enum NameRecord {
    static let size = 12
    static let textOffset = 0
    static let textLength = 4
    static let kind = 6
    static let flags = 7
    static let place = 8
    static let dangerous: UInt8 = 1
}
