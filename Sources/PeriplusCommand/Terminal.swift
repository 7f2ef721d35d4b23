internal import Formats
internal import Foundation

/// What standard output is: its width, and whether it shows colour.
enum Terminal {
    /// The style of tables: as wide as the terminal, colour only there and never with NO_COLOR.
    static var style: TerminalStyle {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        let width = isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
        let noColour = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        return TerminalStyle(
            width: max(width, 40), usesColour: isTerminal && noColour.isEmpty)
    }
}
