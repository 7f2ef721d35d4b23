internal import Foundation

/// The standard error stream: messages and progress; standard output is data only.
enum StandardError {
    /// Writes one line.
    static func write(line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
