internal import Foundation

/// The standard error stream: messages and progress; standard output is data only.
enum StandardError {
    /// Writes one line.
    ///
    /// What a text or an argument brings into it must not move the reader's cursor or recolour the screen.
    static func write(line: String) {
        FileHandle.standardError.write(Data("\(Terminal.harmless(line))\n".utf8))
    }
}
