/// Why a filter is none: where, and what is wrong there.
public struct FilterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the filter: "character 12", or the path of members as "args[0].op".
    public var place: String
    /// What is wrong, for a person.
    public var message: String

    /// One line: where, and what.
    public var description: String { "the filter, at \(place): \(message)" }

    init(_ place: String, _ message: String) {
        self.place = place
        self.message = message
    }

    /// Words of a filter as they are told of: cut where they are long, on one line.
    static func quoted(_ words: some StringProtocol) -> String {
        let line = words.unicodeScalars.prefix(41).map {
            $0.value < 0x20 || $0.value == 0x7F ? " " : String($0)
        }
        return "\"" + line.prefix(40).joined() + (line.count > 40 ? "…" : "") + "\""
    }
}
