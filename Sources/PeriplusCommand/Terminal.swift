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

    /// The text without what a terminal would obey instead of showing: control characters, changes of direction.
    ///
    /// Line feeds stay where a text has lines.
    static func harmless(_ text: String, keepsLines: Bool = false) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where keepsLines: scalars.append(scalar)
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
