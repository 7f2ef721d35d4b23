/// A failure to make a mapper ready; each says what was missing and what to do.
public enum PeriplusError: Error, Sendable, Hashable {
    /// The program's data are neither installed beside it nor in a clone around it.
    case dataMissing(near: String)
    /// The folder that `PERIPLUS_DATA` names holds no data.
    case noData(in: String)
    /// A part of the program's data cannot be read.
    case dataUnreadable(what: String, reason: String)
}

extension PeriplusError: CustomStringConvertible {
    /// One line: what, where, what to do.
    public var description: String {
        switch self {
        case .dataMissing(let near):
            "no Periplus data in or beside \(near); install with Scripts/install, or name their folder in PERIPLUS_DATA"
        case .noData(let folder):
            "no Periplus data in \(folder), which PERIPLUS_DATA names; it has no folder Lexicon"
        case .dataUnreadable(let what, let reason):
            "the \(what) cannot be read: \(reason)"
        }
    }
}
