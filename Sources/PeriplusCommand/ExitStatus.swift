/// The exit codes of `sysexits.h` that this program uses.
enum ExitStatus: Int32 {
    /// The command was used wrongly: unknown option, bad coordinates, unknown format.
    case usage = 64
    /// The input was not what it should be: not text, an unknown place.
    case badData = 65
    /// An input file is missing, unreadable or empty.
    case noInput = 66
    /// The gazetteer or another part of the program's data is missing or of another version.
    case unavailable = 69
    /// Something inside went wrong that should not.
    case software = 70
    /// An output file cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed on the way.
    case inputOutput = 74
}
