/// Why a gazetteer could not be opened, read, built or extended.
public enum GazetteerError: Error, Sendable, Hashable {
    /// There is no file at the path.
    case missing(path: String)
    /// The file is no gazetteer of this program.
    case foreign(path: String)
    /// The file is cut short or damaged; `what` tells where.
    case damaged(path: String, what: String)
    /// The file was made by a newer version, with a layout this one cannot read.
    case newerLayout(path: String, found: Int, supported: Int)
    /// The file was made by an older version and has to be built anew.
    case olderLayout(path: String, found: Int, supported: Int)
    /// The file exists but cannot be read.
    case unreadable(path: String, reason: String)
    /// A table of the source data has a faulty row; `line` counts from 1.
    case badRow(file: String, line: Int, what: String)
    /// A file could not be written.
    case unwritable(path: String, reason: String)
}

extension GazetteerError {
    /// Whether a gazetteer built anew in the place of that one would do.
    public var isMendedByBuilding: Bool {
        switch self {
        case .missing, .damaged, .olderLayout: true
        case .foreign, .newerLayout, .unreadable, .badRow, .unwritable: false
        }
    }
}

extension GazetteerError: CustomStringConvertible {
    /// One line for the person at the terminal.
    public var description: String {
        switch self {
        case .missing(let path):
            "no gazetteer at \(path)"
        case .foreign(let path):
            "\(path) is not a Periplus gazetteer"
        case .damaged(let path, let what):
            "the gazetteer \(path) is damaged (\(what)); build it again"
        case .newerLayout(let path, let found, let supported):
            "the gazetteer \(path) has layout \(found), newer than the \(supported) this version reads"
        case .olderLayout(let path, let found, let supported):
            "the gazetteer \(path) has layout \(found), this version needs \(supported); build it again"
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason)"
        case .badRow(let file, let line, let what):
            "\(file), line \(line): \(what)"
        case .unwritable(let path, let reason):
            "cannot write \(path): \(reason)"
        }
    }
}
